import type { Socket } from 'node:net';
import type { Log } from '@mesh/rpc';
import { type LinkTemplates, traceHeaders } from '../trace-links.ts';
import { problemHeaders, problemOf } from './problem.ts';

const reasons: Record<string, readonly [status: number, detail: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'the headers are too long'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'the request did not arrive in time'],
};

/**
 * How long a refused client may keep its side of the connection open, to read the answer. Node's own limits are
 * for connections whose requests it can read: without this one, such a connection stays for ever.
 */
const lingerMs = 1000;

/**
 * Answers a request that Node's parser could not read. It has no span, so its id is fresh, and is in
 * the answer and in the one line about it.
 */
export function createParserErrorHandler(log: Log, templates: LinkTemplates) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (!socket.writable || error.code === 'ECONNRESET') return;
    const [status, detail] = reasons[error.code ?? ''] ?? [400, 'this is not an HTTP request'];
    const trace = traceHeaders(undefined, templates);
    const traceId = trace['x-trace-id'];
    const problem = problemOf({ status, detail }, { instance: '/', traceId });
    const body = JSON.stringify(problem);
    const length = String(Buffer.byteLength(body));
    const headers = { ...trace, ...problemHeaders(problem), 'content-length': length, connection: 'close' };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${problem.title}\r\n${lines.join('')}\r\n${body}`);
    setTimeout(() => socket.destroy(), lingerMs).unref();
    const [, , span_id, trace_flags] = trace.traceresponse.split('-');
    const ids = { trace_id: traceId, span_id, trace_flags };
    log.warn('request refused by the HTTP parser', { 'error.code': error.code, ...ids });
  };
}

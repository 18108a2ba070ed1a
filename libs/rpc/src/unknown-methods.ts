import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { OutgoingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import { earlyEndLine } from './early-end-line.ts';
import { isQuiet } from './is-quiet.ts';
import type { Log } from './log.ts';

/** Longer than any real name, short enough for a line. */
const originalLength = 256;

interface Message {
  readonly stream: ServerHttp2Stream;
  readonly headers: OutgoingHttpHeaders;
}

/**
 * Writes the line of each call to a method that the server on `port` does not have. grpc-js answers those before it
 * asks an interceptor; Node says of every HTTP/2 stream when it begins and, within the call that does it, when it is
 * answered: https://nodejs.org/api/diagnostics_channel.html#http2
 *
 * @returns stops it
 */
export function watchUnknownMethods(port: number, service: ServiceDefinition, log: Log): () => void {
  const known = new Set(Object.values(service).map(({ path }) => path));
  const unknown = new WeakMap<ServerHttp2Stream, string>();
  const begin = (message: unknown) => {
    const { stream, headers } = message as Message;
    // A CONNECT has none.
    const path = String(headers[':path'] ?? '');
    if (known.has(path) || isQuiet(path) || stream.session?.socket.localPort !== port) return;
    unknown.set(stream, path);
  };
  const answer = (message: unknown) => {
    const { stream, headers } = message as Message;
    const path = unknown.get(stream);
    // Without a status of gRPC it was no call of gRPC.
    if (path === undefined || headers['grpc-status'] === undefined) return;
    const original = path.replace(/^\//, '').slice(0, originalLength);
    const method = { 'rpc.method': '_OTHER', 'rpc.method_original': original };
    earlyEndLine(log, method, status.UNIMPLEMENTED, 'the server has no such method');
  };
  subscribe('http2.server.stream.created', begin);
  subscribe('http2.server.stream.finish', answer);
  return () => {
    unsubscribe('http2.server.stream.created', begin);
    unsubscribe('http2.server.stream.finish', answer);
  };
}

import type { IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { convertLegacyHttpOptions } from '@opentelemetry/otlp-exporter-base/node-http';
import type { Outcome, Send } from './outbox.ts';

type Options = ReturnType<typeof convertLegacyHttpOptions>;

/** Statuses that OTLP/HTTP names as worth another try. */
const RETRYABLE = [429, 502, 503, 504];

/**
 * Sends encoded OTLP over HTTP to `<endpoint>/v1/traces` or `…/v1/logs`.
 *
 * The options are read by the function that the SDK's own exporters call, so every `OTEL_EXPORTER_OTLP_*`
 * variable (endpoint, headers, certificates, compression, timeout) means what its specification says.
 */
export function createOtlpSender(signal: 'traces' | 'logs'): Send {
  const options = convertLegacyHttpOptions({}, signal.toUpperCase(), `v1/${signal}`, {
    'Content-Type': 'application/x-protobuf',
  });
  const agent = Promise.resolve(options.agentFactory(new URL(options.url).protocol));
  // Outside any request: an export is no part of the trace that happened to trigger it.
  const outside = suppressTracing(ROOT_CONTEXT);
  return (payload, abort) =>
    context
      .with(outside, async () => post(await prepare(options, await agent, payload, abort)))
      .catch((error) => ({ kind: 'failed', reason: `${options.url}: ${describe(error)}` }));
}

interface Prepared {
  readonly url: string;
  readonly options: https.RequestOptions;
  readonly body: Uint8Array;
}

async function prepare(
  options: Options,
  agent: http.Agent,
  payload: Uint8Array,
  abort: AbortSignal,
): Promise<Prepared> {
  const zipped = options.compression === 'gzip';
  const headers = { ...(await options.headers()), ...(zipped && { 'Content-Encoding': 'gzip' }) };
  const signal = AbortSignal.any([abort, AbortSignal.timeout(options.timeoutMillis)]);
  const body = zipped ? await promisify(gzip)(payload) : payload;
  return { url: options.url, options: { method: 'POST', headers, agent, signal }, body };
}

/** @throws what the socket throws; `AbortError` when the time is over */
function post({ url, options, body }: Prepared): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? https.request(url, options) : http.request(url, options);
    // At each request: the agent takes hold of a socket again when it reuses it.
    request.on('socket', (socket) => socket.unref());
    request.on('error', reject);
    request.on('response', (response) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () => resolve(outcomeOf(response, url)));
    });
    request.end(body);
  });
}

function outcomeOf(response: IncomingMessage, url: string): Outcome {
  const status = response.statusCode ?? 0;
  const reason = `${url} answered ${status}`;
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (!RETRYABLE.includes(status)) return { kind: 'refused', reason };
  const seconds = Number(response.headers['retry-after']);
  return { kind: 'failed', reason, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) };
}

function describe(error: NodeJS.ErrnoException): string {
  return error.name === 'AbortError' ? 'no answer in time' : (error.code ?? error.message);
}

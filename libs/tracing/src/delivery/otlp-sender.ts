import type { IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { convertLegacyHttpOptions } from '@opentelemetry/otlp-exporter-base/node-http';
import type { Outcome, Send } from './outbox.ts';

type Options = ReturnType<typeof convertLegacyHttpOptions>;

/** Statuses that OTLP/HTTP names as worth another try. */
const RETRYABLE = [429, 502, 503, 504];

/** Connecting is the one thing that holds a process even from a released socket. */
const CONNECT_LIMIT_MS = 1_000;

export type Signal = 'traces' | 'logs' | 'metrics';

/**
 * Sends encoded OTLP over HTTP to `<endpoint>/v1/traces`, `…/v1/logs` or `…/v1/metrics`.
 *
 * The options are read by the function that the SDK's own exporters call, so every `OTEL_EXPORTER_OTLP_*`
 * variable (endpoint, headers, certificates, compression, timeout) means what its specification says.
 *
 * @param limitMillis a further limit for one attempt, as `OTEL_BSP_EXPORT_TIMEOUT` sets one
 */
export function createOtlpSender(signal: Signal, limitMillis = Number.POSITIVE_INFINITY): Send {
  const options = convertLegacyHttpOptions({}, signal.toUpperCase(), `v1/${signal}`, {
    'Content-Type': 'application/x-protobuf',
  });
  const agent = Promise.resolve(options.agentFactory(new URL(options.url).protocol));
  // Outside any request: an export is no part of the trace that happened to trigger it.
  const outside = suppressTracing(ROOT_CONTEXT);
  return (payload, abort) =>
    context
      .with(outside, async () => post(await prepare(options, await agent, payload), limitMillis, abort))
      .catch((error) => ({ kind: 'failed', reason: `${options.url}: ${error.code ?? error.message}` }));
}

interface Prepared {
  readonly url: string;
  readonly options: https.RequestOptions;
  readonly body: Uint8Array;
  readonly timeoutMillis: number;
}

async function prepare(options: Options, agent: http.Agent, payload: Uint8Array): Promise<Prepared> {
  const { url, timeoutMillis, compression } = options;
  const zipped = compression === 'gzip';
  const headers = { ...(await options.headers()), ...(zipped && { 'Content-Encoding': 'gzip' }) };
  const body = zipped ? await promisify(gzip)(payload) : payload;
  return { url, options: { method: 'POST', headers, agent }, body, timeoutMillis };
}

/** @throws what the socket throws */
function post(
  { url, options, body, timeoutMillis }: Prepared,
  limitMillis: number,
  signal: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const request = (url.startsWith('https:') ? https : http).request(url, { ...options, signal });
    const limit = setTimeout(
      () => request.destroy(new Error('no answer in time')),
      Math.min(timeoutMillis, limitMillis),
    ).unref();
    request.on('socket', release);
    request.on('error', reject);
    request.on('close', () => clearTimeout(limit));
    request.on('response', (response) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () => resolve(outcomeOf(response, url)));
    });
    request.end(body);
  });
}

/** Keeps the socket from holding the process. For each request: the agent takes hold of it again. */
function release(socket: Socket): void {
  socket.unref();
  if (!socket.connecting) return;
  const limit = setTimeout(
    () => socket.destroy(new Error('no connection in time')),
    CONNECT_LIMIT_MS,
  ).unref();
  socket.once('connect', () => clearTimeout(limit));
}

function outcomeOf(response: IncomingMessage, url: string): Outcome {
  const status = response.statusCode ?? 0;
  const reason = `${url} answered ${status}`;
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (!RETRYABLE.includes(status)) return { kind: 'refused', reason };
  const seconds = Number(response.headers['retry-after']);
  return { kind: 'failed', reason, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) };
}

import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { convertLegacyHttpOptions } from '@opentelemetry/otlp-exporter-base/node-http';
import type { Outcome, Send } from './outcome.ts';
import { readAnswer } from './read-answer.ts';

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
  const toBody = createBodies(options.compression === 'gzip');
  return (payload, signal, onSent) =>
    context
      .with(outside, async () => {
        const { url, timeoutMillis } = options;
        const [headers, body] = await Promise.all([options.headers(), toBody(payload)]);
        return post({
          url,
          options: { method: 'POST', headers: { ...headers, ...body.headers }, agent: await agent, signal },
          body: body.bytes,
          limitMillis: Math.min(timeoutMillis, limitMillis),
          onSent,
        });
      })
      .catch((error) => ({
        kind: 'failed',
        reason: `${options.url}: ${error.code ?? error.message}`,
        wasAnswered: false,
      }));
}

interface Body {
  readonly bytes: Uint8Array;
  readonly headers?: Record<string, string>;
}

/** Compresses each payload once, so that another attempt sends the same bytes and costs nothing. */
function createBodies(isZipped: boolean): (payload: Uint8Array) => Promise<Body> {
  if (!isZipped) return async (bytes) => ({ bytes });
  const known = new WeakMap<Uint8Array, Promise<Body>>();
  const zip = async (payload: Uint8Array) => ({
    bytes: await promisify(gzip)(payload),
    headers: { 'Content-Encoding': 'gzip' },
  });
  return (payload) => {
    const body = known.get(payload) ?? zip(payload);
    known.set(payload, body);
    return body;
  };
}

interface Request {
  readonly url: string;
  readonly options: https.RequestOptions;
  readonly body: Uint8Array;
  readonly limitMillis: number;
  readonly onSent: () => void;
}

/** @throws what the socket throws before an answer */
function post({ url, options, body, limitMillis, onSent }: Request): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const request = (url.startsWith('https:') ? https : http).request(url, options);
    const limit = setTimeout(() => request.destroy(new Error('no answer in time')), limitMillis).unref();
    request.on('socket', (socket) => release(socket, onSent));
    request.on('error', reject);
    request.on('close', () => clearTimeout(limit));
    request.on('response', (response) => resolve(readAnswer(response, url)));
    request.end(body);
  });
}

/** Keeps the socket from holding the process. For each request: the agent takes hold of it again. */
function release(socket: Socket, onConnected: () => void): void {
  socket.unref();
  if (!socket.connecting) {
    onConnected();
    return;
  }
  const limit = setTimeout(
    () => socket.destroy(new Error('no connection in time')),
    CONNECT_LIMIT_MS,
  ).unref();
  socket.once('connect', () => clearTimeout(limit));
  // Over TLS a request goes out only when both sides trust each other.
  socket.once('encrypted' in socket ? 'secureConnect' : 'connect', onConnected);
}

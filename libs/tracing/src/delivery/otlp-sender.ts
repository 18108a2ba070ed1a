import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { convertLegacyHttpOptions } from '@opentelemetry/otlp-exporter-base/node-http';
import { bodiesOf } from './bodies.ts';
import { noteConnecting, waitForOthers } from './connecting.ts';
import { limitConnecting } from './limit-connecting.ts';
import type { Outcome, Send } from './outcome.ts';
import { readAnswer } from './read-answer.ts';
import type { PlainRequest } from './send-at-exit.ts';

export type Signal = 'traces' | 'logs' | 'metrics';

export interface OtlpSender {
  readonly send: Send;
  /** The same request for another thread. `undefined`: it is too early to know it. */
  readonly describe: (payload: Uint8Array) => PlainRequest | undefined;
}

/**
 * Sends encoded OTLP over HTTP to `<endpoint>/v1/traces`, `…/v1/logs` or `…/v1/metrics`.
 *
 * The options are read by the function that the SDK's own exporters call, so every `OTEL_EXPORTER_OTLP_*`
 * variable (endpoint, headers, certificates, compression, timeout) means what its specification says.
 *
 * @param limitMillis a further limit for one attempt, as `OTEL_BSP_EXPORT_TIMEOUT` sets one
 */
export function createOtlpSender(signal: Signal, limitMillis = Number.POSITIVE_INFINITY): OtlpSender {
  const options = convertLegacyHttpOptions({}, signal.toUpperCase(), `v1/${signal}`, {
    'Content-Type': 'application/x-protobuf',
  });
  const { url, timeoutMillis } = options;
  const { origin } = new URL(url);
  const bodies = bodiesOf(options.compression);
  // Outside any request: an export is no part of the trace that happened to trigger it.
  const outside = suppressTracing(ROOT_CONTEXT);
  let known: { agent: http.Agent; headers: Record<string, string> } | undefined;
  const ready = Promise.all([options.agentFactory(new URL(url).protocol), options.headers()]).then(
    ([agent, headers]) => {
      known = { agent, headers: { ...headers, ...bodies.headers } };
      return known;
    },
  );
  // Each attempt fails with it, and says so.
  ready.catch(() => {});

  async function attempt(payload: Uint8Array, signal: AbortSignal, onSent: () => void): Promise<Outcome> {
    const { agent, headers } = await ready;
    if (Object.keys(agent.freeSockets).length === 0) await waitForOthers(origin);
    return post({
      origin,
      url,
      options: { method: 'POST', headers, agent, signal },
      body: await bodies.of(payload),
      limitMillis: Math.min(timeoutMillis, limitMillis),
      onSent,
    });
  }

  return {
    send: (...request) =>
      context.with(outside, attempt, undefined, ...request).catch((error) => ({
        kind: 'failed',
        reason: `${url}: ${error.code ?? error.message}`,
        wasAnswered: false,
      })),
    describe: (payload) =>
      known && { url, headers: known.headers, body: bodies.now(payload), tls: tlsOf(known.agent) },
  };
}

function tlsOf({ options }: http.Agent & { options?: https.AgentOptions }): PlainRequest['tls'] {
  const { ca, cert, key } = options ?? {};
  return { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}

interface Request {
  readonly origin: string;
  readonly url: string;
  readonly options: https.RequestOptions;
  readonly body: Uint8Array;
  readonly limitMillis: number;
  readonly onSent: () => void;
}

/** @throws what the socket throws before an answer */
function post({ origin, url, options, body, limitMillis, onSent }: Request): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const request = (url.startsWith('https:') ? https : http).request(url, options);
    const limit = setTimeout(() => request.destroy(new Error('no answer in time')), limitMillis).unref();
    request.on('socket', (socket) => release(socket, origin, onSent));
    request.on('error', reject);
    request.on('close', () => clearTimeout(limit));
    request.on('response', (response) => resolve(readAnswer(response, url)));
    request.end(body);
  });
}

/** Keeps the socket from holding the process. For each request: the agent takes hold of it again. */
function release(socket: Socket, origin: string, onConnected: () => void): void {
  socket.unref();
  if (!socket.connecting) {
    onConnected();
    return;
  }
  noteConnecting(origin, socket);
  limitConnecting(origin, socket);
  // Over TLS a request goes out only when both sides trust each other.
  socket.once('encrypted' in socket ? 'secureConnect' : 'connect', onConnected);
}

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { type Attributes, SpanKind, trace } from '@opentelemetry/api';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { type Sampler, SamplingDecision } from '@opentelemetry/sdk-trace';
import { createPatches } from '../grpc/create-patches.ts';
import { HttpInstrumentation } from '../http/http-instrumentation.ts';
import { createBoundary } from '../propagation/create-boundary.ts';
import { start } from './testing/calling.ts';
import { METHODS, SERVICE } from './testing/endings-service.ts';
import { listen } from './testing/listen.ts';

/** What the sampler was asked: kind, name and attributes. */
const asked: [SpanKind, string, Attributes][] = [];
const sampler: Sampler = {
  shouldSample(_context, _traceId, name, kind, attributes) {
    asked.push([kind, name, attributes]);
    return { decision: SamplingDecision.NOT_RECORD };
  },
};

const boundary = createBoundary({
  formats: undefined,
  trust: { mode: 'adopt', ports: new Map() },
  trustKeys: [],
  readsMarks: false,
  baggageKeys: [],
  targets: ['loopback'],
  elsewhere: 'none',
});
new NodeSDK({
  autoDetectResources: false,
  sampler,
  instrumentations: [new HttpInstrumentation(boundary)],
  spanProcessors: [{ onStart() {}, onEnd() {}, forceFlush: async () => {}, shutdown: async () => {} }],
  logRecordProcessors: [],
  metricReaders: [],
}).start();
createPatches({ tracer: () => trace.getTracer('test'), boundary, isEnabled: () => true }).apply(
  grpc,
  '1.14.7',
);

test('a sampler is asked with the operation and the server of a gRPC call, on both sides', async () => {
  asked.length = 0;
  const { server, port } = await listen();
  const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const metadata = new grpc.Metadata();
  metadata.set('act', 'answers');
  await start(client, 'unary', { metadata }).status;
  client.close();
  server.forceShutdown();
  const method = `${SERVICE}/${METHODS.unary}`;
  const attributes = {
    'rpc.system.name': 'grpc',
    'rpc.method': method,
    'server.address': '127.0.0.1',
    'server.port': port,
  };
  assert.deepEqual(asked, [
    [SpanKind.CLIENT, method, attributes],
    [SpanKind.SERVER, method, attributes],
  ]);
});

test('a sampler is asked with what an HTTP request is, on both sides', async () => {
  asked.length = 0;
  const server = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await (await fetch(`http://127.0.0.1:${port}/somewhere`)).text();
  server.close();
  const common = { 'http.request.method': 'GET', 'server.address': '127.0.0.1', 'server.port': port };
  assert.deepEqual(asked, [
    [SpanKind.CLIENT, 'GET', { ...common, 'url.full': `http://127.0.0.1:${port}/somewhere` }],
    [
      SpanKind.SERVER,
      '_OTHER',
      { ...common, 'url.path': '/somewhere', 'url.scheme': 'http', 'network.protocol.version': '1.1' },
    ],
  ]);
});

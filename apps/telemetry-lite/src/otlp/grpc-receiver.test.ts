import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { aRecord, aSpan, logsOf, tracesOf } from '../testing/telemetry.ts';
import { BadRequest } from './bad-request.ts';
import { otlpGrpcServer } from './grpc-receiver.ts';
import { logsSignal, traceSignal } from './signals.ts';
import type { LogsRequest } from './types.ts';

const logs: LogsRequest[] = [];
const server = otlpGrpcServer({
  traces: (request) => {
    if (request.resourceSpans === undefined) throw new BadRequest('an id has 3 bytes, it must have 16');
    return { count: 1, reason: 'one too many' };
  },
  logs: (request) => {
    logs.push(request);
    return undefined;
  },
});
let client: grpc.Client;

before(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
});
after(() => {
  client.close();
  server.close();
});

type Export = Pick<
  grpc.MethodDefinition<object, object>,
  'path' | 'requestSerialize' | 'responseDeserialize'
>;

function send(service: object, request: object): Promise<unknown> {
  const { path, requestSerialize, responseDeserialize } = (service as { Export: Export }).Export;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, response) =>
      error ? reject(error) : resolve(response),
    );
  });
}

test('log records arrive and are answered empty', async () => {
  assert.deepEqual(await send(logsSignal.service, logsOf('order', aRecord('hello'))), {});
  assert.equal(logs[0]?.resourceLogs?.[0]?.scopeLogs?.[0]?.logRecords?.[0]?.body?.stringValue, 'hello');
});

test('what the store refused is told as partial success', async () => {
  assert.deepEqual(await send(traceSignal.service, tracesOf('order', aSpan())), {
    partialSuccess: { rejectedSpans: '1', errorMessage: 'one too many' },
  });
});

test('a request that can never be stored is INVALID_ARGUMENT', async () => {
  await assert.rejects(send(traceSignal.service, {}), {
    code: grpc.status.INVALID_ARGUMENT,
    details: /3 bytes/,
  });
});

test('metrics are taken and dropped', async () => {
  const path = '/opentelemetry.proto.collector.metrics.v1.MetricsService/Export';
  const raw = (bytes: Buffer) => bytes;
  const answer = await send(
    { Export: { path, requestSerialize: raw, responseDeserialize: raw } },
    Buffer.from([1]),
  );
  assert.deepEqual(answer, Buffer.alloc(0));
});

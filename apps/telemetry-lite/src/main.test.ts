import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { traceSignal } from './otlp/signals.ts';
import { portsOf, startProcess } from './testing/process.ts';
import { aSpan, spanId, traceId, tracesOf } from './testing/telemetry.ts';

test('it says that it is a stand-in at its start and on its front page, with what it holds', async () => {
  await using running = startProcess({ TELEMETRY_LITE_TRACE_BYTES: '5000000' });
  const { JAEGER_PORT } = await portsOf(running);
  const start = await running.line(() => true);
  assert.match(`${start['message']}`, /development stand-in for .*Collector, Jaeger and Loki/);
  assert.equal(start['service.name'], 'telemetry-lite');
  const page = (await (await fetch(`http://127.0.0.1:${JAEGER_PORT}/`)).json()) as Record<string, object>;
  assert.equal(page['what'], start['message']);
  assert.deepEqual(Object.keys(page), ['what', 'traces', 'logs']);
  assert.equal((page['traces'] as { limitBytes: number }).limitBytes, 5_000_000);
});

test('it tells services how to sample, by the file that it was given', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'strategies-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'strategies.json');
  await writeFile(file, '{"default_strategy":{"type":"probabilistic","param":0.25}}');
  await using running = startProcess({ SAMPLING_STRATEGIES_FILE: file });
  const { JAEGER_SAMPLING_PORT } = await portsOf(running);
  const answer = await fetch(`http://127.0.0.1:${JAEGER_SAMPLING_PORT}/sampling?service=order`);
  assert.deepEqual(await answer.json(), { strategyType: 0, probabilisticSampling: { samplingRate: 0.25 } });
});

test('a span that came over gRPC is read back at once', async () => {
  await using running = startProcess();
  const ports = await portsOf(running);
  const method = traceSignal.service['Export'] as grpc.MethodDefinition<object, object>;
  const client = new grpc.Client(`127.0.0.1:${ports.OTLP_GRPC_PORT}`, grpc.credentials.createInsecure());
  await new Promise((resolve, reject) => {
    const { path, requestSerialize, responseDeserialize } = method;
    client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      tracesOf('order', aSpan()),
      (error, answer) => (error ? reject(error) : resolve(answer)),
    );
  });
  client.close();
  const answer = await fetch(`http://127.0.0.1:${ports.JAEGER_PORT}/api/v3/traces/${traceId}`);
  assert.match(await answer.text(), new RegExp(`"spanId":"${spanId}"`));
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends it with code 0 within a second, also with connections open and sent twice`, async () => {
    await using running = startProcess();
    const { LOKI_PORT, OTLP_GRPC_PORT } = await portsOf(running);
    const sockets = [connect(LOKI_PORT, '127.0.0.1'), connect(OTLP_GRPC_PORT, '127.0.0.1')];
    await Promise.all(
      sockets.map((socket) =>
        once(
          socket.on('error', () => {}),
          'connect',
        ),
      ),
    );
    const start = performance.now();
    running.child.kill(signal);
    running.child.kill(signal);
    assert.equal(await running.ended, 0);
    assert.ok(performance.now() - start < 1000);
    for (const socket of sockets) socket.destroy();
  });
}

test('a taken port ends it with code 1 and a line that names the variable', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  for (const variable of ['LOKI_PORT', 'OTLP_GRPC_PORT']) {
    await using running = startProcess({ [variable]: `${port}` });
    const { message } = await running.line(({ level }) => level === 'error');
    assert.match(`${message}`, new RegExp(`set ${variable} to a free port.*${port}`, 's'));
    assert.equal(await running.ended, 1);
  }
  holder.close();
});

test('it says in its log how many traces had to go', async () => {
  await using running = startProcess({ TELEMETRY_LITE_TRACE_BYTES: '1' });
  const { OTLP_HTTP_PORT } = await portsOf(running);
  const body = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [{ traceId, spanId }] }] }] });
  const headers = { 'content-type': 'application/json' };
  await fetch(`http://127.0.0.1:${OTLP_HTTP_PORT}/v1/traces`, { method: 'POST', headers, body });
  const line = await running.line(({ level }) => level === 'warn');
  assert.deepEqual([line['traces'], line['spans'], line['lines']], [1, 1, 0]);
});

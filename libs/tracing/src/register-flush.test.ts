import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';

const EXIT_CODE = 3;
const slow = { OTEL_BSP_SCHEDULE_DELAY: '60000', OTEL_BLRP_SCHEDULE_DELAY: '60000' };

/** @param idleMs how long it stays after its work, which is the time for exports of before the end */
function work(url: string, env: Record<string, string> = {}, idleMs = 0) {
  return startService('one-span', {
    env: { ...slow, ...env, OTEL_EXPORTER_OTLP_ENDPOINT: url },
    args: [EXIT_CODE, idleMs],
  });
}

test('what is not yet sent when the process ends arrives, and the exit code stays', async () => {
  await using collector = await startCollector();
  await using service = work(collector.url);
  assert.equal((await service.exit).code, EXIT_CODE);
  assert.deepEqual(
    collector.spans.map((span) => span.name),
    ['work'],
  );
  assert.deepEqual(
    collector.logs.map((log) => log.body),
    ['worked'],
  );
  assert.equal(service.stderr(), '');
});

for (const [what, answer] of [
  ['never answers', () => undefined],
  ['answers 503', () => 503],
] as const) {
  test(`a collector that ${what} holds the process for 2 s at most, and the exit code stays`, async () => {
    await using collector = await startCollector(answer);
    await using service = work(collector.url);
    await service.line('worked');
    const workedAt = Date.now();
    assert.equal((await service.exit).code, EXIT_CODE);
    assert.ok(Date.now() - workedAt < 3_000);
    assert.match(service.stderr(), /are lost: the process ends/);
  });
}

test('a collector that refuses connections holds the process for 2 s at most, and the exit code stays', async () => {
  const collector = await startCollector();
  await collector[Symbol.asyncDispose]();
  await using service = work(collector.url);
  await service.line('worked');
  const workedAt = Date.now();
  assert.equal((await service.exit).code, EXIT_CODE);
  assert.ok(Date.now() - workedAt < 3_000);
  assert.match(service.stderr(), /wait for the collector: .*ECONNREFUSED/);
});

test('a service that stops while exports hang ends within 3 s', async () => {
  await using collector = await startCollector(() => undefined);
  await using service = startService('grpc-server', { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  await using client = startService('grpc-client', {
    env: { OTEL_SDK_DISABLED: 'true' },
    args: [await service.port()],
  });
  await client.exit;
  service.stop();
  await service.line('stopped');
  const stoppedAt = Date.now();
  assert.equal((await service.exit).code, 0);
  assert.ok(Date.now() - stoppedAt < 3_000);
});

test('a collector that drops connection attempts holds a service that stops for 3 s at most', async () => {
  await using collector = startService('deaf-collector', { preload: false });
  const port = await collector.port();
  // More than its backlog takes, so that the service's own attempts find no room.
  const others = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await using service = work(`http://127.0.0.1:${port}`, { OTEL_BLRP_SCHEDULE_DELAY: '1' }, 500);
  await service.line('worked');
  const workedAt = Date.now();
  assert.equal((await service.exit).code, EXIT_CODE);
  assert.ok(Date.now() - workedAt < 4_000);
  assert.match(service.stderr(), /no connection in time/);
  for (const other of others) other.destroy();
});

test('a collector that comes back gets what waited, once and in order', async () => {
  let status = 503;
  await using collector = await startCollector(() => status);
  await using server = startService('grpc-server', { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  await using client = startService('grpc-client', {
    env: { OTEL_SDK_DISABLED: 'true' },
    args: [await server.port()],
  });
  await client.exit;
  status = 200;
  await collector.span('shop.v1.CartService/List');
  await collector.log('handled');
  server.stop();
  await server.exit;
  assert.equal(collector.spans.length, 2);
  assert.deepEqual(
    collector.logs.map((log) => log.body),
    ['listening', 'handled', 'handled', 'stopped'],
  );
});

test('a finished call can be read from the collector well within 2 s', async () => {
  await using collector = await startCollector();
  await using server = startService('grpc-server', { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  await using client = startService('grpc-client', {
    env: { OTEL_SDK_DISABLED: 'true' },
    args: [await server.port()],
  });
  await client.line('answered');
  const answeredAt = Date.now();
  await collector.span('shop.v1.CartService/List');
  assert.ok(Date.now() - answeredAt < 2_000);
});

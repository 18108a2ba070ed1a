import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startService } from '../../testing/service.ts';
import { startSampled } from './testing/sampled-service.ts';
import { keeps, startStrategyServer } from './testing/strategy-server.ts';

const env = (endpoint: string, more = '') => ({
  OTEL_SERVICE_NAME: 'shop & co',
  OTEL_TRACES_SAMPLER: 'parentbased_jaeger_remote',
  OTEL_TRACES_SAMPLER_ARG: `endpoint=${endpoint}${more}`,
});

describe('a server of strategies', { concurrency: true }, () => {
  test(
    'it is asked at once; another answer is in effect within 2 s, also of one that was gone',
    followsServer,
  );
  test('whatever it answers instead, what was in effect stays, and one line says so', keepsLastGood);
  test('one that does not answer holds no process', holdsNoProcess);
});

async function followsServer(): Promise<void> {
  await using first = await startStrategyServer(keeps(0));
  await using service = startSampled(env(first.url, ',initialSamplingRate=1'));
  await service.changes(false, () => first.asked(1));
  await service.changes(true, async () => {
    first.answer = keeps(1);
  });
  await first[Symbol.asyncDispose]();
  await service.warning(/stays as it was, for http:.* is not taken: ECONNREFUSED/);
  await service.stays(true);
  await using second = await startStrategyServer(keeps(1), first.port);
  const warnings = await service.warning(/can be read again/);
  assert.equal(warnings.length, 2, warnings.join('\n'));
  await service.changes(false, async () => {
    second.answer = keeps(0);
  });
  const [request] = first.requests;
  assert.equal(request?.url, '/sampling?service=shop%20%26%20co');
  assert.equal(request?.headers['traceparent'], undefined);
}

async function keepsLastGood(): Promise<void> {
  await using server = await startStrategyServer(keeps(1));
  await using service = startSampled(env(server.url, ',pollingIntervalMs=20'));
  await server.asked(2);
  await service.stays(true);
  server.answer = (response) => response.writeHead(404).end('{}');
  await service.warning(/it answered 404/);
  for (const answer of [
    (response) => response.writeHead(500).end(),
    (response) =>
      response.end('{"strategyType":"PROBABILISTIC","probabilisticSampling":{"samplingRate":-1}}'),
    (response) => response.end('<html>'),
    (response) => response.end('['.repeat(2 * 1024 * 1024)),
    (response) => response.writeHead(200, { 'content-length': 9 }).write('{', () => response.destroy()),
  ] satisfies (typeof server.answer)[]) {
    server.answer = answer;
    await server.asked(2);
  }
  // One of the earlier ones may be under way: the second of these is that of a server that does not answer.
  server.answer = () => {};
  await server.asked(2);
  await service.stays(true);
  await service.changes(false, async () => {
    server.answer = keeps(0);
  });
  assert.equal((await service.warning(/404/)).length, 1, service.stderr());
  service.stop();
  await service.exit;
  const { kind, location, error } = Object((await service.line('ends'))['source']);
  assert.deepEqual([kind, location, error], ['jaeger_remote', server.url, undefined]);
}

async function holdsNoProcess(): Promise<void> {
  await using server = await startStrategyServer(() => {});
  const service = startService('one-span', { env: { ...env(server.url), OTEL_TRACES_EXPORTER: 'none' } });
  const { code } = await service.exit;
  assert.equal(code, 0, service.stderr());
}

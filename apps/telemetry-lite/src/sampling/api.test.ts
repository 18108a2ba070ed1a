import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../testing/serve.ts';
import { answersOf } from './answers.ts';
import { samplingRoutes } from './api.ts';
import { parseStrategies } from './strategies.ts';

/** Serves these strategies; asks with a query. */
async function sampling(strategies: object) {
  const answers = answersOf(parseStrategies(JSON.stringify(strategies)));
  const server = await serve(samplingRoutes(async () => answers));
  const ask = async (query: string) => {
    const answer = await fetch(`${server.url}${query}`);
    return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
  };
  return {
    ask,
    of: async (service: string) => (await ask(`/sampling?service=${service}`)).body,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const health = [{ operation: '/health', type: 'probabilistic', param: 0 }];
const bounds = { defaultLowerBoundTracesPerSecond: 0, defaultUpperBoundTracesPerSecond: 0 };
const operation = (name: string, samplingRate: number) => ({
  operation: name,
  probabilisticSampling: { samplingRate },
});

test('a service without a strategy is told the default, byte by byte as Jaeger does it', async () => {
  await using api = await sampling({ default_strategy: { type: 'probabilistic', param: 0.25 } });
  const answer = await api.ask('/sampling?service=anyone');
  const body = '{"strategyType":0,"probabilisticSampling":{"samplingRate":0.25}}';
  assert.deepEqual(answer, { status: 200, type: 'application/json', body });
  assert.deepEqual(await api.ask('/?service=anyone'), answer);
});

test('a file without a default keeps every trace', async () => {
  await using api = await sampling({});
  assert.equal(await api.of('anyone'), '{"strategyType":0,"probabilisticSampling":{"samplingRate":1}}');
});

test('a rate is a whole number of traces a second', async () => {
  await using api = await sampling({
    service_strategies: [{ service: 'a', type: 'ratelimiting', param: 5.7 }],
  });
  assert.equal(await api.of('a'), '{"strategyType":1,"rateLimitingSampling":{"maxTracesPerSecond":5}}');
});

test('operations of the default hold for each service, below its own', async () => {
  await using api = await sampling({
    default_strategy: { type: 'probabilistic', param: 0.2, operation_strategies: health },
    service_strategies: [
      { service: 'plain', type: 'probabilistic', param: 0.8 },
      { service: 'rate', type: 'ratelimiting', param: 5 },
      {
        service: 'own',
        type: 'ratelimiting',
        param: 5,
        operation_strategies: [{ operation: 'x', type: 'probabilistic', param: 0.4 }],
      },
    ],
  });
  const common = { ...bounds, perOperationStrategies: [operation('/health', 0)] };
  const operations = async (service: string) => JSON.parse(await api.of(service)).operationSampling;
  assert.deepEqual(await operations('anyone'), { ...common, defaultSamplingProbability: 0.2 });
  assert.deepEqual(await operations('plain'), { ...common, defaultSamplingProbability: 0.8 });
  assert.deepEqual(await operations('rate'), { ...common, defaultSamplingProbability: 0.2 });
  assert.deepEqual(await operations('own'), {
    ...bounds,
    defaultSamplingProbability: 1,
    perOperationStrategies: [operation('x', 0.4), operation('/health', 0)],
  });
});

test('an operation by rate is left out', async () => {
  const operation_strategies = [{ operation: 'x', type: 'ratelimiting', param: 3 }];
  await using api = await sampling({
    default_strategy: { type: 'probabilistic', param: 0.2, operation_strategies },
  });
  assert.deepEqual(JSON.parse(await api.of('a')).operationSampling.perOperationStrategies, []);
});

test('no service, or two, is a bad request', async () => {
  await using api = await sampling({});
  for (const query of ['/sampling', '/sampling?service=a&service=b', '/?Service=a'])
    assert.deepEqual(await api.ask(query), {
      status: 400,
      type: 'text/plain; charset=utf-8',
      body: "'service' parameter must be provided once\n",
    });
});

test('where there are no good strategies there is no answer that somebody could follow', async () => {
  await using server = await serve(samplingRoutes(async () => undefined));
  const answer = await fetch(`${server.url}/sampling?service=anyone`);
  assert.deepEqual([answer.status, await answer.text()], [503, 'there are no good strategies yet\n']);
});

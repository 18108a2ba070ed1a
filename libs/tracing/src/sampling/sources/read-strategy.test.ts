import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryOf } from '../document/summary-of.ts';
import { readStrategy } from './read-strategy.ts';

const read = (strategy: unknown) => readStrategy(JSON.stringify(strategy), 'follow');
const PER_OPERATION = { defaultSamplingProbability: 0.5 };

for (const [what, strategy, summary] of [
  [
    'a probability is a ratio',
    { strategyType: 'PROBABILISTIC', probabilisticSampling: { samplingRate: 0.25 } },
    'ratio 0.25',
  ],
  [
    'a rate limit is a ceiling for everything',
    { strategyType: 'RATE_LIMITING', rateLimitingSampling: { maxTracesPerSecond: 5 } },
    'ratio 1; overall 5/s',
  ],
  [
    'a type may be a number, as Thrift writes it',
    { strategyType: 1, rateLimitingSampling: { maxTracesPerSecond: 0.5 } },
    'ratio 1; overall 0.5/s',
  ],
  [
    'a rate limit of 0 keeps nothing',
    { strategyType: 'RATE_LIMITING', rateLimitingSampling: { maxTracesPerSecond: 0 } },
    'never',
  ],
  [
    'what operations get comes before what the service gets; bounds are floor and ceiling',
    {
      strategyType: 'PROBABILISTIC',
      probabilisticSampling: { samplingRate: 1 },
      rateLimitingSampling: null,
      operationSampling: {
        ...PER_OPERATION,
        defaultLowerBoundTracesPerSecond: 0.1,
        defaultUpperBoundTracesPerSecond: 10,
        perOperationStrategies: [
          { operation: 'GET /', probabilisticSampling: { samplingRate: 0.1 }, new: 1 },
        ],
      },
    },
    'ratio 0.5, floor 0.1/s, ceiling 10/s; rules GET /',
  ],
  [
    'bounds of 0 and lists of null, as Jaeger sends them, are none; of two for one operation the last counts',
    {
      strategyType: 'PROBABILISTIC',
      operationSampling: {
        ...PER_OPERATION,
        defaultLowerBoundTracesPerSecond: 0,
        defaultUpperBoundTracesPerSecond: null,
        perOperationStrategies: [0.1, 0.2].map((samplingRate) => ({
          operation: 'a',
          probabilisticSampling: { samplingRate },
        })),
      },
    },
    'ratio 0.5; rules a',
  ],
] as const) {
  test(what, () => assert.equal(summaryOf(read(strategy)), summary));
}

test('a rule of an operation has the bounds of all operations and its own ratio', () => {
  const perOperationStrategies = [{ operation: 'a', probabilisticSampling: { samplingRate: 0.2 } }];
  const operationSampling = { ...PER_OPERATION, defaultLowerBoundTracesPerSecond: 2, perOperationStrategies };
  const { rules, operations, parent } = read({ strategyType: 'PROBABILISTIC', operationSampling });
  assert.deepEqual([operations, parent], [2000, 'follow']);
  assert.deepEqual(rules[0]?.match, { operation: 'a' });
  assert.equal(Object(rules[0]?.policy).ratio, 0.2);
  assert.deepEqual(Object(rules[0]?.policy).floor, { perSecond: 2 });
});

for (const [strategy, reason] of [
  ['', /its answer is no JSON/],
  ['<html>', /its answer is no JSON/],
  [[], /must have probabilisticSampling/],
  [null, /must be an object, but is null/],
  [{ strategyType: 'ADAPTIVE' }, /strategyType must be .*, but is "ADAPTIVE"/],
  [{ strategyType: 'PROBABILISTIC' }, /must have probabilisticSampling/],
  [{ strategyType: 'RATE_LIMITING', rateLimitingSampling: null }, /must have rateLimitingSampling/],
  [
    { strategyType: 'PROBABILISTIC', probabilisticSampling: {} },
    /probabilisticSampling.samplingRate must be a number from 0 to 1, but is missing/,
  ],
  [
    { strategyType: 'PROBABILISTIC', probabilisticSampling: { samplingRate: 'NaN' } },
    /samplingRate must be a number from 0 to 1, but is "NaN"/,
  ],
  [
    { strategyType: 'RATE_LIMITING', rateLimitingSampling: { maxTracesPerSecond: -1 } },
    /maxTracesPerSecond must be a number from 0 to 1000000, but is -1/,
  ],
  [{ strategyType: 'PROBABILISTIC', operationSampling: {} }, /defaultSamplingProbability must be .*missing/],
  [
    {
      strategyType: 'PROBABILISTIC',
      operationSampling: { ...PER_OPERATION, perOperationStrategies: Array(2001).fill({}) },
    },
    /^operationSampling.perOperationStrategies must be a list of 2000 operations at most, but is a list$/,
  ],
  [
    {
      strategyType: 'PROBABILISTIC',
      operationSampling: { ...PER_OPERATION, perOperationStrategies: [{}] },
    },
    /perOperationStrategies\[0\].operation must be/,
  ],
  [
    {
      strategyType: 'PROBABILISTIC',
      operationSampling: {
        ...PER_OPERATION,
        defaultLowerBoundTracesPerSecond: 5,
        defaultUpperBoundTracesPerSecond: 1,
      },
    },
    /ceiling.perSecond is 1, but 5 is what/,
  ],
] as const) {
  test(`a strategy is refused: ${reason.source}`, () => {
    const text = typeof strategy === 'string' ? strategy : JSON.stringify(strategy);
    assert.throws(() => readStrategy(text, 'follow'), { name: 'SamplingDocumentError', message: reason });
  });
}

test('the order of operations, which is another one in each answer of Jaeger, makes no difference', () => {
  const operations = ['b', 'c', 'a'].map((operation) => ({
    operation,
    probabilisticSampling: { samplingRate: 0.5 },
  }));
  const strategyOf = (perOperationStrategies: object[]) => {
    return read({ strategyType: 0, operationSampling: { ...PER_OPERATION, perOperationStrategies } });
  };
  assert.deepEqual(strategyOf(operations), strategyOf(operations.toReversed()));
});

test('a star in the name of an operation, which is a character there, takes no other operation of the answer', () => {
  const perOperationStrategies = ['GET /*', 'GET /cart'].map((operation) => ({
    operation,
    probabilisticSampling: { samplingRate: 0.5 },
  }));
  const { rules } = read({
    strategyType: 0,
    operationSampling: { ...PER_OPERATION, perOperationStrategies },
  });
  assert.deepEqual(
    rules.map(({ name }) => name),
    ['GET /cart', 'GET /*'],
  );
});

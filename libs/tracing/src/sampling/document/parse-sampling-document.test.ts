import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSamplingDocument } from './parse-sampling-document.ts';
import { SamplingDocumentError } from './sampling-document-error.ts';
import { wholeDocument } from './testing/whole-document.ts';

const parse = (value: unknown) => parseSamplingDocument(JSON.stringify(value));

test('a rule takes what it does not say from default, and null takes it away', () => {
  const { default: byDefault, rules } = parse(wholeDocument);
  assert.deepEqual(
    rules.map(({ name, policy }) => [name, policy.kind]),
    [
      ['canary', 'always'],
      ['night', 'always'],
      ['orders', 'ratio'],
    ],
  );
  assert.deepEqual(rules[2]?.policy, {
    ...byDefault,
    ratio: 0.1,
    floor: undefined,
    ceiling: { perSecond: 20, burst: 60 },
  });
});

test('the defaults are filled in, and a burst has room for what is guaranteed and for one second of the rest', () => {
  const first = { windowSeconds: 60 };
  const floor = { perSecond: 0.1 };
  const policy = { ratio: 0.1, first, floor, ceiling: { perSecond: 5 }, boost: { ratio: 0.1 } };
  const guaranteed = 2 + 2;
  assert.deepEqual(
    parse({ version: 1, default: policy, forced: { perSecond: 0.5 }, overall: { perSecond: 50 } }),
    {
      parent: 'follow',
      operations: 100,
      default: {
        kind: 'ratio',
        ratio: 0.1,
        first,
        floor,
        ceiling: { perSecond: 5, burst: guaranteed + 5 },
        boost: {
          ratio: 0.1,
          windowSeconds: 10,
          minFailures: 5,
          factor: 2,
          cooldownSeconds: 60,
          slowMillis: 1000,
        },
      },
      slowMillis: 1000,
      capture: { perSecond: 10, burst: 50, ceilingPerSecond: 100 },
      forced: { perSecond: 0.5, burst: 1 },
      overall: { perSecond: 50, burst: 1 + 101 * guaranteed + 50 },
      rules: [],
    },
  );
});

test('a burst by default follows from what the rule itself guarantees, not from the default policy', () => {
  const { rules } = parse({
    version: 1,
    default: { ratio: 0.1, ceiling: { perSecond: 5 } },
    rules: [{ name: 'rare', match: { service: 'order' }, first: { windowSeconds: 10 } }],
  });
  assert.deepEqual(Object(rules[0]?.policy).ceiling, { perSecond: 5, burst: 2 + 5 });
});

test('capture has all of its limits where some are said, and null takes it away', () => {
  const captureOf = (capture: unknown) =>
    parse({ version: 1, default: { policy: 'never' }, capture }).capture;
  assert.deepEqual(captureOf({ perSecond: 2 }), { perSecond: 2, burst: 50, ceilingPerSecond: 100 });
  assert.deepEqual(captureOf({}), captureOf(undefined));
  assert.equal(captureOf(null), undefined);
});

test('slow is what slowMillis says, else what the boost says, and a second where neither does; a rule may say nothing', () => {
  const rule = (name: string, policy: object) => ({ name, match: { operation: name }, ...policy });
  const slow = (byDefault: object, ...rules: object[]) => {
    const document = parse({ version: 1, default: byDefault, rules });
    return [document.slowMillis, ...document.rules.map(({ slowMillis }) => slowMillis)];
  };
  assert.deepEqual(slow({ policy: 'never' }), [1000]);
  assert.deepEqual(slow({ policy: 'never', slowMillis: 5 }, rule('a', { policy: 'always' })), [5, undefined]);
  const boost = { ratio: 1, slowMillis: 70 };
  assert.deepEqual(
    slow({ ratio: 0, boost }, rule('a', { boost: null }), rule('b', { boost, slowMillis: 8 })),
    [70, undefined, 8],
  );
});

test('a boost that does not say what is slow takes what holds for its operations', () => {
  const boostsOf = (byDefault: object, ...policies: object[]) => {
    const rules = policies.map((policy, at) => ({ name: `${at}`, match: { operation: `${at}` }, ...policy }));
    const document = parse({ version: 1, default: byDefault, rules });
    return [document.default, ...document.rules.map(({ policy }) => policy)].map(
      (policy) => Object(policy).boost?.slowMillis,
    );
  };
  const boost = { ratio: 1 };
  assert.deepEqual(
    boostsOf({ ratio: 0, boost, slowMillis: 60 }, { ratio: 0.1 }, { slowMillis: 7 }, { boost }),
    [60, 60, 7, 60],
  );
  assert.deepEqual(boostsOf({ policy: 'never', slowMillis: 60 }, { ratio: 0, boost }), [undefined, 60]);
  assert.deepEqual(boostsOf({ ratio: 0, boost: { ...boost, slowMillis: 9 }, slowMillis: 60 }), [9]);
});

test('a rule that says nothing but what is slow keeps what default keeps', () => {
  const [rule] = parse({
    version: 1,
    default: { policy: 'always' },
    rules: [{ name: 'a', match: { operation: 'GET /*' }, slowMillis: 50 }],
  }).rules;
  assert.deepEqual([rule?.policy, rule?.slowMillis], [{ kind: 'always' }, 50]);
});

test('where default keeps all, a rule begins with nothing', () => {
  const [rule] = parse({
    version: 1,
    default: { policy: 'always' },
    rules: [{ name: 'a', match: { operation: 'GET /*' }, ratio: 0.5 }],
  }).rules;
  assert.deepEqual(rule?.policy, {
    kind: 'ratio',
    ratio: 0.5,
    first: undefined,
    floor: undefined,
    ceiling: undefined,
    boost: undefined,
  });
});

test('a byte order mark is fine, and more than 256 KiB is not', () => {
  const text = JSON.stringify({ version: 1, default: { policy: 'never' } });
  assert.equal(parseSamplingDocument(`\uFEFF${text}`).default.kind, 'never');
  assert.throws(() => parseSamplingDocument(text.padEnd(256 * 1024 + 1)), {
    message: 'the document must not be longer than 256 KiB: take rules out',
  });
});

test('as many rules as are taken are read in a moment, and of a hundred problems twenty are told', () => {
  const rules = Array.from({ length: 2000 }, (_, index) => ({ name: `${index}`, match: { service: 'a' } }));
  assert.equal(parse({ version: 1, default: { ratio: 0 }, rules }).rules.length, 2000);
  assert.throws(
    () => parse({ version: 1, default: { ratio: 0 }, rules: rules.slice(0, 100).map(() => ({})) }),
    (error: SamplingDocumentError) =>
      error instanceof SamplingDocumentError &&
      error.problems.length === 21 &&
      error.problems[20] === 'and 180 more',
  );
});

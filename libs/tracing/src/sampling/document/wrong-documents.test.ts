import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSamplingDocument } from './parse-sampling-document.ts';
import type { SamplingDocumentError } from './sampling-document-error.ts';

const RATIO = { ratio: 0.1 };

/** @returns the problems of a document that is good but for what is given */
function problemsOf(parts: object): readonly string[] {
  const text = JSON.stringify({ version: 1, default: RATIO, ...parts });
  return problemsOfText(text);
}

function problemsOfText(text: string): readonly string[] {
  try {
    parseSamplingDocument(text);
  } catch (error) {
    return (error as SamplingDocumentError).problems;
  }
  return [];
}

const rule = (parts: object) => ({ rules: [{ name: 'a', match: { service: 'order' }, ...parts }] });
const byDefault = (parts: object) => ({ default: { ...RATIO, ...parts } });
const POLICY_NAMES = 'policy, ratio, first, floor, ceiling, boost, slowMillis';

for (const [parts, ...problems] of [
  [{ version: 2 }, 'version must be 1, but is 2'],
  [{ default: undefined }, 'default must be an object, but is missing'],
  [{ default: {} }, 'default has no ratio, and no policy, which is "always" or "never": write one of them'],
  [{ default: [0.1] }, `default has no "0": what it takes is ${POLICY_NAMES}`],
  [byDefault({ ratio: 1.1 }), 'default.ratio must be a number from 0 to 1, but is 1.1'],
  [byDefault({ ratio: '0.1' }), 'default.ratio must be a number from 0 to 1, but is "0.1"'],
  [byDefault({ ratio: Number.NaN }), 'default.ratio must be a number from 0 to 1, but is null'],
  [byDefault({ rate: 1, floors: 2 }), `default has no "rate", "floors": what it takes is ${POLICY_NAMES}`],
  [{ default: { policy: 'all' } }, 'default.policy must be "always" or "never", but is "all"'],
  [byDefault({ policy: 'always' }), 'default.policy is always and stands alone: take ratio out, or policy'],
  [byDefault({ first: {} }), 'default.first.windowSeconds must be a number from 1 to 86400, but is missing'],
  [
    byDefault({ floor: { perSecond: -1 } }),
    'default.floor.perSecond must be a number from 0.0001 to 1000000, but is -1',
  ],
  [
    byDefault({ ceiling: { perSecond: 1e300, burst: 0 } }),
    'default.ceiling.perSecond must be a number from 0.0001 to 1000000, but is 1e+300',
    'default.ceiling.burst must be a number from 1 to 10000000, but is 0',
  ],
  [
    byDefault({ boost: { ratio: 0.05 } }),
    'default.boost.ratio is 0.05, but a boost below the ratio, 0.1, is none: raise it, or write "boost": null',
  ],
  [
    byDefault({ boost: { ratio: 1, minFailures: 4, factor: 1 } }),
    'default.boost.minFailures must be a whole number from 5 to 1000000, but is 4',
    'default.boost.factor must be a number from 2 to 1000, but is 1',
  ],
  [
    byDefault({ floor: { perSecond: 3 }, ceiling: { perSecond: 2, burst: 5 } }),
    'default.ceiling.perSecond is 2, but 3 is what first and floor keep of an operation in any case: raise it, or lower these',
    'default.ceiling.burst is 5, but 7 is what first and floor keep of an operation in any case, and one more: raise it, or lower these',
  ],
  [
    {
      ...byDefault({ first: { windowSeconds: 6 } }),
      ...{ operations: 1, overall: { perSecond: 5, burst: 7 }, forced: { perSecond: 1, burst: 3 } },
    },
    'overall.burst is 7, but 8 is what forced, first and floor of all operations may keep in any case, and one more: raise it, or lower these or operations',
  ],
  [
    { ...byDefault({ first: { windowSeconds: 6 } }), overall: { perSecond: 5 }, forced: { perSecond: 2 } },
    'overall.perSecond is 5, but 18.8333 is what forced, first and floor of all operations may keep in any case: raise it, or lower these or operations',
  ],
  [
    { capture: { perSecond: 20, burst: 0.5, ceilingPerSecond: 1e9 } },
    'capture.burst must be a number from 1 to 10000000, but is 0.5',
    'capture.ceilingPerSecond must be a number from 1 to 1000000, but is 1000000000',
  ],
  [
    { capture: { perSecond: 200 } },
    'capture.ceilingPerSecond is 100, but 200 is what capture.perSecond lets through here alone: raise it, or lower that',
  ],
  [{ capture: false }, 'capture must be an object, but is false'],
  [{ capture: { rate: 1 } }, 'capture has no "rate": what it takes is perSecond, burst, ceilingPerSecond'],
  [byDefault({ slowMillis: 0 }), 'default.slowMillis must be a number from 1 to 3600000, but is 0'],
  [rule({ slowMillis: null }), 'rules[0].slowMillis must be a number from 1 to 3600000, but is null'],
  [{ operations: 0.5 }, 'operations must be a whole number from 1 to 10000, but is 0.5'],
  [{ parent: 'trust' }, 'parent must be "follow" or "ignore", but is "trust"'],
  [{ rules: {} }, 'rules must be a list of 2000 rules at most, but is an object'],
  [
    { rules: [{ match: { service: '' } }] },
    'rules[0].name must be a text of 1 to 512 characters, but is missing',
    'rules[0].match.service must be a text of 1 to 256 characters, but is ""',
  ],
  [
    { rules: [{ name: 'a', match: {} }] },
    'rules[0].match is empty, so that the rule is the default: write that, or what it is to match',
  ],
  [
    { rules: [...rule({}).rules, ...rule({}).rules] },
    'rules[1].name is "a", but so is that of rules[0]: change one',
  ],
  [
    rule({ match: { hours: { from: '25:00', to: '6:00', timeZone: 'Mars' } } }),
    'rules[0].match.hours.from must be a time like 22:00, but is "25:00"',
    'rules[0].match.hours.to must be a time like 22:00, but is "6:00"',
    'rules[0].match.hours.timeZone must be a time zone like UTC or Europe/Berlin, but is "Mars"',
  ],
  [
    rule({ match: { hours: { from: '06:00', to: '06:00', timeZone: 'UTC' } } }),
    'rules[0].match.hours begins and ends at 06:00: leave hours out for the whole day',
  ],
  [
    rule({ match: { attributes: { 'http.route': null } } }),
    'rules[0].match.attributes["http.route"] must be a text, a number or true or false, but is null',
  ],
] as const) {
  test(`it is told that ${problems[0]}`, () => assert.deepEqual(problemsOf(parts), problems));
}

test('what is no JSON is refused with the place where it ends to be', () => {
  assert.deepEqual(problemsOfText(' \n'), ['the document must be JSON, but is empty']);
  assert.match(
    problemsOfText('{"version": 1,\n}')[0] ?? '',
    /^the document must be JSON, but: .*line 2 column 1/,
  );
  for (const text of ['null', '1', '[]', '"a"']) assert.notDeepEqual(problemsOfText(text), [], text);
});

test('a name that is there twice is refused: who reads the document may see the other one', () => {
  assert.deepEqual(
    problemsOfText('{"version":1,\n"default":{"ratio":0.1,"rati\\u006f" :1},\n"rules":[],"rules":[]}'),
    ['"ratio" in line 2 is there already: take one out', '"rules" in line 3 is there already: take one out'],
  );
  const text = '{"version":1,"default":{"ratio":0.1},"rules":[{"name":"{\\"a\\":","match":{"service":"a"}}]}';
  assert.deepEqual(problemsOfText(text), []);
});

test('names that every object has are as unknown as others, and so are numbers that JSON cannot write', () => {
  assert.match(
    problemsOfText('{"version":1,"default":{"ratio":1,"__proto__":{}}}')[0] ?? '',
    /has no "__proto__"/,
  );
  assert.match(
    problemsOfText('{"version":1,"default":{"ratio":1,"toString":1}}')[0] ?? '',
    /has no "toString"/,
  );
  assert.match(
    problemsOfText(
      '{"version":1,"default":{"ratio":1},"rules":[{"name":"a","match":{"attributes":{"__proto__":1,"b":1}}}]}',
    )[0] ?? '',
    /none of them __proto__/,
  );
  assert.match(problemsOfText('{"version":1,"default":{"ratio":1e999}}')[0] ?? '', /but is Infinity/);
});

test('a document as deep as it may be long is refused like any other', () => {
  const depth = 100_000;
  assert.deepEqual(problemsOfText(`{"version":1,"default":${'['.repeat(depth)}${']'.repeat(depth)}}`), [
    `default has no "0": what it takes is ${POLICY_NAMES}`,
  ]);
});

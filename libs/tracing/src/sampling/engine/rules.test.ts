import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Match, SamplingDocument } from '../document/sampling-document.ts';
import { matcherOf } from './matcher-of.ts';
import { deciderOf, START } from './testing/decider.ts';
import { documentOf, ratioPolicy } from './testing/document.ts';

/** Keeps all that matches, and nothing else. */
function documentFor(match: Match): Partial<SamplingDocument> {
  return { rules: [{ name: 'kept', match, policy: { kind: 'always' } }] };
}

function keeps(match: Match, operation = 'GET /', attributes = {}, millis = 0): boolean {
  return deciderOf(documentFor(match)).decide(millis, { operation, attributes }) === 'always';
}

test('a rule is for a service and a resource, where it names them', () => {
  const environment = 'deployment.environment.name';
  assert.equal(keeps({}), true);
  assert.equal(keeps({ service: 'gateway', resource: { [environment]: 'production' } }), true);
  assert.equal(keeps({ service: 'order' }), false);
  assert.equal(keeps({ resource: { [environment]: 'canary' } }), false);
  assert.equal(keeps({ resource: { 'host.name': 'undefined' } }), false);
});

test('a rule is for operations by name, where a star is any text', () => {
  const cases: [pattern: string, name: string, isMatch: boolean][] = [
    ['GET /', 'GET /', true],
    ['GET /', 'GET /v1', false],
    ['GET /*', 'GET /v1', true],
    ['*', '', true],
    ['*/Get*', 'mesh.order.v1.OrderService/GetOrder', true],
    ['*/Get*', 'mesh.order.v1.OrderService/ListOrders', false],
    ['a*a', 'a', false],
    ['a*b*b', 'ab', false],
    ['a*b*b', 'axbxb', true],
    ['a.c', 'abc', false],
  ];
  for (const [pattern, name, isMatch] of cases) assert.equal(matcherOf(pattern)(name), isMatch, pattern);
  assert.equal(keeps({ operation: 'POST *' }), false);
});

test('a rule is for attributes, all of which the root has to start with', () => {
  const match = { attributes: { tier: 'gold', 'order.items': 3 } };
  assert.equal(keeps(match, 'GET /', { tier: 'gold', 'order.items': 3, more: 1 }), true);
  assert.equal(keeps(match, 'GET /', { tier: 'gold', 'order.items': '3' }), false);
  assert.equal(keeps(match, 'GET /', { tier: 'gold' }), false);
});

test('a rule is for hours by the clock of a zone, also over midnight', () => {
  const at = (time: string) => Date.parse(`2026-07-01T${time}Z`) - START;
  const isKept = (from: string, to: string, timeZone: string, time: string) =>
    keeps({ hours: { from, to, timeZone } }, 'GET /', {}, at(time));
  const night = ['21:59:59', '22:00', '23:59', '00:00', '05:59', '06:00'];
  assert.deepEqual(
    night.map((time) => isKept('22:00', '06:00', 'UTC', time)),
    [false, true, true, true, true, false],
  );
  assert.deepEqual(
    ['09:59', '10:00', '11:59', '12:00'].map((time) => isKept('12:00', '14:00', 'Europe/Berlin', time)),
    [false, true, true, false],
  );
});

test('hours begin and end while the process runs, within a second', () => {
  const hours = { from: '00:01', to: '00:02', timeZone: 'UTC' };
  const { decide } = deciderOf(documentFor({ hours }));
  assert.deepEqual(
    [0, 59_999, 60_000, 119_999, 120_000].map((millis) => decide(millis)),
    ['-ratio', '-ratio', 'always', 'always', '-ratio'],
  );
});

test('the first rule that matches counts, and the report says which', () => {
  const rules = [
    { name: 'gold', match: { attributes: { tier: 'gold' } }, policy: { kind: 'always' } },
    { name: 'reads', match: { operation: 'GET *' }, policy: ratioPolicy({ ratio: 0.5 }) },
    { name: 'late', match: { operation: 'GET /' }, policy: { kind: 'never' } },
  ] as const;
  const { decide, engine } = deciderOf({ rules });
  assert.equal(decide(0, { attributes: { tier: 'gold' } }), 'always');
  assert.equal(decide(0), 'ratio');
  assert.equal(decide(0, { operation: 'POST /' }), '-ratio');
  assert.deepEqual(
    engine.operations(START).map(({ operation, rule, ratio }) => [operation, rule, ratio]),
    [
      ['GET /', 'reads', 0.5],
      ['GET /', 'gold', 1],
      ['POST /', 'default', 0],
    ],
  );
});

test('operations beyond those that are told apart share one set of windows, also by attributes', () => {
  const first = ratioPolicy({ first: { windowSeconds: 60 } });
  const rules = [{ name: 'gold', match: { attributes: { tier: 'gold' } }, policy: first }];
  const { decide, engine } = deciderOf({ operations: 2, default: first, rules });
  const outcomes = Array.from({ length: 1_000 }, (_, index) => decide(0, { operation: `invented ${index}` }));
  assert.deepEqual(outcomes.slice(0, 4), ['first', 'first', 'first', '-ratio']);
  const gold = { attributes: { tier: 'gold' } };
  assert.equal(decide(0, { operation: 'invented 0', ...gold }), 'first');
  assert.equal(decide(0, { operation: 'invented 999', ...gold }), '-ratio');
  assert.deepEqual(
    engine.operations(START).map(({ operation, rule }) => `${operation} ${rule}`),
    ['_OTHER default', '_OTHER gold', 'invented 0 default', 'invented 1 default'],
  );
});

test('a new document counts from the next root on, and windows of the same length go on', () => {
  const first = { windowSeconds: 60 };
  const { decide, engine } = deciderOf({ default: ratioPolicy({ first }) });
  assert.equal(decide(0), 'first');
  engine.configure(documentOf({ default: ratioPolicy({ first, ratio: 1 }) }));
  assert.equal(decide(1), 'ratio');
  engine.configure(documentOf({ default: ratioPolicy({ first: { windowSeconds: 30 } }) }));
  assert.equal(decide(2), 'first');
  engine.configure(documentOf(documentFor({ operation: 'GET /' })));
  assert.equal(decide(3), 'always');
});

test('a new document that tells fewer operations apart forgets the others', () => {
  const { decide, engine } = deciderOf({ default: { kind: 'always' } });
  for (const operation of ['a', 'b', 'c']) decide(0, { operation });
  engine.configure(documentOf({ default: { kind: 'always' }, operations: 2 }));
  decide(1, { operation: 'c' });
  assert.deepEqual(
    engine.operations(START).map(({ operation }) => operation),
    ['_OTHER', 'a', 'b'],
  );
});

test('an operation that a rule names is told apart, however many others came before', () => {
  const documentWith = (operation: string) =>
    documentOf({
      operations: 2,
      rules: [{ name: 'named', match: { operation }, policy: { kind: 'always' } }],
    });
  const { decide, engine } = deciderOf(documentWith('POST /'));
  for (let count = 0; count < 10; count++) decide(0, { operation: `invented ${count}` });
  assert.equal(decide(0, { operation: 'POST /' }), 'always');
  for (const operation of ['POST /', 'PUT /']) {
    engine.configure(documentWith(operation));
    assert.equal(decide(1, { operation }), 'always');
  }
});

test('a new document counts also for operations that are not told apart, by attributes', () => {
  const gold = { attributes: { tier: 'gold' }, operation: 'GET /' };
  const documentWith = (kind: 'always' | 'never') =>
    ({ operations: 1, rules: [{ name: 'gold', match: gold, policy: { kind } }] }) as const;
  const { decide, engine } = deciderOf(documentWith('always'));
  decide(0);
  assert.equal(decide(0, gold), 'always');
  engine.configure(documentOf(documentWith('never')));
  assert.equal(decide(1, gold), '-never');
});

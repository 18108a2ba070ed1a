import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toPlain } from './to-plain.ts';

function plain(value: unknown, bytes = 10_000) {
  const budget = { bytes, cut: false };
  return { value: toPlain(value, budget), cut: budget.cut };
}

test('values that JSON has are kept as they are', () => {
  const value = { a: 1, b: [true, null, 'x'], c: { d: 0.5 } };
  assert.deepEqual(plain(value), { value, cut: false });
});

test('values that JSON does not have are written as text', () => {
  const date = new Date(0);
  const values = [
    10n,
    Number.NaN,
    Symbol('s'),
    () => 1,
    date,
    new URL('http://a/'),
    new Uint8Array(3),
    undefined,
  ];
  assert.deepEqual(plain(values).value, [
    '10',
    'NaN',
    'Symbol(s)',
    '[Function]',
    date.toISOString(),
    'http://a/',
    '[3 bytes]',
    null,
  ]);
  assert.deepEqual(plain(new Map([['a', new Set([1])]])).value, [['a', [1]]]);
});

test('code of the caller that throws harms its own value only', () => {
  const value = {
    fine: 1,
    get broken() {
      throw new Error('getter');
    },
    json: {
      toJSON() {
        throw new Error('toJSON');
      },
    },
    proxy: new Proxy({}, { ownKeys: () => assert.fail('trap') }),
  };
  assert.deepEqual(plain(value).value, {
    fine: 1,
    broken: '[Unreadable]',
    json: '[Unreadable]',
    proxy: '[Unreadable]',
  });
});

test('cycles, also through toJSON and causes, and endless depth come to an end', () => {
  const error = new Error('a');
  error.cause = error;
  assert.equal((plain(error).value as { cause: unknown }).cause, '[Circular]');
  const endless = { toJSON: () => ({ next: Object.create(endless) }) };
  assert.match(JSON.stringify(plain(endless).value), /\[Nested too deep\]/);
});

test('a field named __proto__ is an ordinary field', () => {
  const value = plain(JSON.parse('{"__proto__":{"admin":true}}')).value;
  assert.equal(JSON.stringify(value), '{"__proto__":{"admin":true}}');
});

test('what it makes is never larger than the budget, and it says so when something is left out', () => {
  for (const value of [
    'é\u0001"'.repeat(999),
    Array(999).fill({ a: 'b' }),
    Array(2 ** 31),
    { a: 'x'.repeat(999) },
  ]) {
    const { value: cutValue, cut } = plain(value, 500);
    assert.ok(cut);
    assert.ok(Buffer.byteLength(JSON.stringify(cutValue)) <= 520);
  }
});

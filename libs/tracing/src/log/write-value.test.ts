import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { written } from './testing/written.ts';

test('values that JSON has are kept as they are', () => {
  const value = { a: 1, b: [true, null, 'x'], c: { d: 0.5, e: {} }, f: [], g: '' };
  assert.deepEqual(written(value).value, value);
  assert.equal(written(value).isCut, false);
});

test('values that JSON does not have are written as text', () => {
  const date = new Date(0);
  const values = [
    ...[10n, Number.NaN, Symbol('s'), () => 1, date, new Date(Number.NaN), new URL('http://a/')],
    ...[new Uint8Array(3), new ArrayBuffer(4), undefined, new String('boxed'), new Boolean(false)],
  ];
  assert.deepEqual(written(values).value, [
    ...['10', 'NaN', 'Symbol(s)', '[Function]', date.toISOString(), null, 'http://a/'],
    ...['[3 bytes]', '[4 bytes]', null, 'boxed', false],
  ]);
  assert.deepEqual(written(new Map([['a', new Set([1])]])).value, [['a', [1]]]);
});

test('code of the caller that throws harms its own value only', () => {
  const { proxy: revoked, revoke } = Proxy.revocable([], {});
  revoke();
  const fail = () => assert.fail('trap');
  const value = {
    fine: 1,
    get broken() {
      return fail();
    },
    json: { toJSON: fail },
    proxies: [
      new Proxy({}, { ownKeys: fail }),
      new Proxy([1], { get: fail }),
      new Proxy({}, { getPrototypeOf: fail }),
      revoked,
    ],
    false: Object.create(Map.prototype),
  };
  const unreadable = '[Unreadable]';
  const proxies = [unreadable, unreadable, unreadable, unreadable];
  const expected = { fine: 1, broken: unreadable, json: unreadable, proxies, false: unreadable };
  assert.deepEqual(written(value).value, expected);
});

test('cycles, also through toJSON and causes, and endless depth come to an end', () => {
  const error = new Error('a');
  error.cause = error;
  assert.equal((written(error).value as { cause: unknown }).cause, '[Circular]');
  const itself = { a: 1, toJSON: () => itself };
  assert.deepEqual(written(itself).value, { a: 1, toJSON: '[Function]' });
  const endless = { toJSON: () => ({ next: Object.create(endless) }) };
  assert.match(written(endless).json, /\[Nested too deep\]/);
  const twice = { a: 1 };
  assert.deepEqual(written([twice, twice]).value, [twice, twice]);
});

test('a field of any name is an ordinary field', () => {
  const json = '{"__proto__":{"admin":true},"constructor":1,"toString":2,"hasOwnProperty":3}';
  assert.equal(written(JSON.parse(json)).json, json);
});

test('an error is written with its type, message, stack, what was set on it, causes and errors', () => {
  class StockError extends Error {}
  const cause = new AggregateError([new RangeError('a'), 'b'], 'both');
  const error = Object.assign(new StockError('none left', { cause }), { code: 'P0002', sku: undefined });
  const { value, flat } = written(error);
  const { stack, cause: inner, ...rest } = value as { stack: string; cause: Record<string, unknown> };
  assert.deepEqual(rest, { type: 'StockError', message: 'none left', code: 'P0002' });
  assert.match(stack, /write-value\.test/);
  assert.deepEqual([inner['type'], inner['message']], ['AggregateError', 'both']);
  const [first, second] = inner['errors'] as [{ type: string }, string];
  assert.deepEqual([first.type, second], ['RangeError', 'b']);
  assert.deepEqual([flat['it.code'], flat['it.cause.type']], ['P0002', 'AggregateError']);
});

test('an error of another realm, one without a prototype and one whose parts throw are errors', () => {
  const typeOf = (error: unknown) => (written(error).value as { type: unknown }).type;
  assert.equal(typeOf(runInNewContext('new TypeError("there")')), 'TypeError');
  assert.equal(typeOf(Object.setPrototypeOf(new Error('bare'), null)), undefined);
  const fail = () => assert.fail('getter');
  const hostile = Object.defineProperties(new Error('x'), {
    message: { get: fail },
    stack: { get: fail },
    name: { get: fail },
  });
  assert.deepEqual(written(hostile).value, {
    type: '[Unreadable]',
    message: '[Unreadable]',
    stack: '[Unreadable]',
  });
});

test('what it makes is never larger than the room, and it says so when something is left out', () => {
  for (const value of [
    'é\u0001"'.repeat(999),
    Array(999).fill({ a: 'b' }),
    Array(2 ** 31),
    { a: 'x'.repeat(999) },
    { ['x'.repeat(1_000_000)]: 1 },
    Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`${index}`, undefined])),
    { a: Array(300).fill(Array(300).fill([])) },
  ]) {
    const { json, isCut } = written(value, 500);
    assert.ok(isCut);
    assert.ok(Buffer.byteLength(json) <= 540, `${Buffer.byteLength(json)} bytes`);
  }
});

test('secrets are left out by name, whatever they are, and by pattern wherever they stand', () => {
  const secrets = {
    password: { plain: 'hunter2' },
    nested: [{ authorization: 'x', count: 4_111_111_111_111_111 }],
  };
  assert.deepEqual(written(secrets).value, {
    password: '[REDACTED]',
    nested: [{ authorization: '[REDACTED]', count: 4_111_111_111_111_111 }],
  });
  const entries = [['x-api-key', 'hunter2'], ['retries', 3], new Map([['cookie', { sid: 'hunter2' }]])];
  assert.deepEqual(written({ entries, missing: ['password', 'iban'] }).value, {
    entries: [['x-api-key', '[REDACTED]'], ['retries', 3], [['cookie', '[REDACTED]']]],
    missing: ['password', 'iban'],
  });
  const token = `Bearer ${'a1B2'.repeat(10)}`;
  const { json, flat } = written({ list: [`with ${token}`], error: new Error(token), [token]: 1 });
  assert.doesNotMatch(json + JSON.stringify(flat), /a1B2a1B2/);
});

test('a line is not called truncated where a long secret was all that was left out', () => {
  const key = `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(6000)}\n-----END PRIVATE KEY-----`;
  const { value, isCut } = written({ key, after: 1 });
  assert.deepEqual([value, isCut], [{ key: '[REDACTED]', after: 1 }, false]);
});

test('a secret that the end of the room cuts in two is not shown by halves', () => {
  const token = `Bearer ${'a1B2'.repeat(200)}`;
  for (const before of [60, 80, 95])
    assert.doesNotMatch(written('x '.repeat(before) + token, 200).json, /a1B2/);
});

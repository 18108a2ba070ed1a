import assert from 'node:assert/strict';
import { test } from 'node:test';
import { status } from '@grpc/grpc-js';
import { type RequestChecks, requestChecks } from './request-checks.ts';
import { RpcError } from './rpc-error.ts';

/** The fields that these checks refuse. */
function refused(check: (checks: RequestChecks) => void): string[] {
  const checks = requestChecks();
  check(checks);
  try {
    checks.end();
    return [];
  } catch (error) {
    assert.ok(error instanceof RpcError && error.code === status.INVALID_ARGUMENT);
    return error.details.violations?.map(({ field }) => field) ?? [];
  }
}

test('a request without a mistake passes', () => {
  requestChecks().end();
});

test('every mistake is told at once, the first of them in the message', () => {
  const checks = requestChecks();
  checks.range('quantity', 0, 1, 10);
  checks.uuid('id', 'x');
  assert.throws(() => checks.end(), {
    code: status.INVALID_ARGUMENT,
    message: 'quantity must be 1 to 10, not 0',
    details: {
      violations: [
        { field: 'quantity', description: 'must be 1 to 10, not 0' },
        { field: 'id', description: 'must be a UUID' },
      ],
    },
  });
});

const goodIdentifiers = ['a', 'SKU-0001', 'A.b_c-9', 'x'.repeat(64)];
const badIdentifiers = ['', 'x'.repeat(65), 'a b', 'a/b', 'é', '\ufffd', 'a\n', '\ud800', 'a\0'];

test('an identifier is 1 to 64 letters that need no escaping', () => {
  for (const value of goodIdentifiers) {
    assert.deepEqual(
      refused((checks) => checks.identifier('f', value)),
      [],
      value,
    );
  }
  for (const value of badIdentifiers) {
    assert.deepEqual(
      refused((checks) => checks.identifier('f', value)),
      ['f'],
      value,
    );
  }
});

test('a UUID may be in capitals, and nothing else passes for one', () => {
  const good = '0197fbd2-6d2c-7a3e-9f00-0123456789ab';
  for (const value of [good, good.toUpperCase()]) {
    assert.deepEqual(
      refused((checks) => checks.uuid('id', value)),
      [],
    );
  }
  for (const value of ['', '-'.repeat(36), good.slice(1), `${good}0`, `{${good}}`, `${good}\n`]) {
    assert.deepEqual(
      refused((checks) => checks.uuid('id', value)),
      ['id'],
      value,
    );
  }
});

test('a key is 1 to 255 printable ASCII characters', () => {
  for (const value of ['k', 'a key with ~!"', 'x'.repeat(255)]) {
    assert.deepEqual(
      refused((checks) => checks.key('key', value)),
      [],
      value,
    );
  }
  for (const value of ['', 'x'.repeat(256), 'é', 'tab\t', 'line\n', '\ufffd']) {
    assert.deepEqual(
      refused((checks) => checks.key('key', value)),
      ['key'],
      value,
    );
  }
});

test('a range holds its ends, and a value that is no number lies outside', () => {
  const outside = [1, 10, 0, 11, -2147483648, Number.NaN].filter(
    (value) => refused((checks) => checks.range('n', value, 1, 10)).length > 0,
  );
  assert.deepEqual(outside, [0, 11, -2147483648, Number.NaN]);
});

test('a list may have as few and as many entries as it says', () => {
  const wrong = [0, 1, 3, 4].filter(
    (length) => refused((checks) => checks.count('list', Array(length), 1, 3)).length > 0,
  );
  assert.deepEqual(wrong, [0, 4]);
});

test('a value that is given again is named by each later place', () => {
  assert.deepEqual(
    refused((checks) => checks.unique(['a', 'b', 'a', 'a'], (index) => `list[${index}]`)),
    ['list[2]', 'list[3]'],
  );
});

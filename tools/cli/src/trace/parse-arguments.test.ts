import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTraceArguments } from './parse-arguments.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const orderId = '0198c0de-0000-7000-8000-00000000beef';
const target = (word: string) => parseTraceArguments([word]);

test('a trace id, a short one, an order id and "last" are told apart, in any case', () => {
  assert.deepEqual(target(traceId), { target: { kind: 'trace', traceId }, json: false });
  assert.deepEqual(target(traceId.toUpperCase()), target(traceId));
  assert.deepEqual(target('a3ce929d0e0e4736'), {
    target: { kind: 'trace', traceId: `${'0'.repeat(16)}a3ce929d0e0e4736` },
    json: false,
  });
  assert.deepEqual(target('1234567890123456'), {
    target: { kind: 'trace', traceId: `${'0'.repeat(16)}000462d53c8abac0` },
    json: false,
  });
  assert.deepEqual(target(orderId.toUpperCase()), { target: { kind: 'order', orderId }, json: false });
  assert.deepEqual(parseTraceArguments(['--json', 'last']), { target: { kind: 'last' }, json: true });
});

test('help is help, whatever else is there', () => {
  assert.deepEqual(parseTraceArguments(['-h']), { help: true });
  assert.deepEqual(parseTraceArguments(['x', 'y', '--help']), { help: true });
});

test('everything else is explained', () => {
  for (const args of [
    [],
    ['last', 'last'],
    ['xyz'],
    [''],
    ['0'.repeat(32)],
    ['0'],
    ['9'.repeat(20)],
    [`${traceId}0`],
    ['last', '--wide'],
  ]) {
    assert.ok('problem' in parseTraceArguments(args), args.join(' '));
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RpcError, status } from '@mesh/rpc';
import { checkCreate, checkId, checkPage } from './checks.ts';

const good = {
  idempotencyKey: 'k-1',
  customerId: 'c-1',
  items: [
    { sku: 'SKU-0001', quantity: 1 },
    { sku: 'SKU-0002', quantity: 10_000 },
  ],
};

const item = (different: object) => ({ items: [{ sku: 'SKU-0001', quantity: 1, ...different }] });
const items = (length: number) => ({
  items: Array.from({ length }, (_, index) => ({ sku: `SKU-${index}`, quantity: 1 })),
});

/** The fields that a check refuses, all of them INVALID_ARGUMENT. */
function fieldsOf(check: () => unknown): string[] {
  try {
    check();
    return [];
  } catch (error) {
    assert.ok(error instanceof RpcError && error.code === status.INVALID_ARGUMENT);
    return error.details.violations?.map(({ field }) => field) ?? [];
  }
}

const badCreates: readonly [what: string, different: object, ...fields: string[]][] = [
  ['no key', { idempotencyKey: '' }, 'idempotencyKey'],
  ['a key of 256 characters', { idempotencyKey: 'k'.repeat(256) }, 'idempotencyKey'],
  ['a key that is not ASCII', { idempotencyKey: 'clé' }, 'idempotencyKey'],
  ['no customer', { customerId: '' }, 'customerId'],
  ['a customer that is not UTF-8', { customerId: 'c-\ufffd' }, 'customerId'],
  ['a customer with a space', { customerId: 'c 1' }, 'customerId'],
  ['no items', { items: [] }, 'items'],
  ['101 items', items(101), 'items'],
  ['an item without a SKU', item({ sku: '' }), 'items[0].sku'],
  ['a SKU of 65 letters', item({ sku: 'S'.repeat(65) }), 'items[0].sku'],
  ['a SKU that is not UTF-8', item({ sku: '\ufffd' }), 'items[0].sku'],
  ['a quantity of 0', item({ quantity: 0 }), 'items[0].quantity'],
  ['a negative quantity', item({ quantity: -1 }), 'items[0].quantity'],
  ['a quantity of 10 001', item({ quantity: 10_001 }), 'items[0].quantity'],
  ['the largest int32', item({ quantity: 2_147_483_647 }), 'items[0].quantity'],
  ['a SKU twice', { items: [good.items[0], good.items[0]] }, 'items[1].sku'],
  [
    'everything wrong at once',
    { idempotencyKey: '', customerId: '', items: [{ sku: '', quantity: 0 }] },
    'idempotencyKey',
    'customerId',
    'items[0].sku',
    'items[0].quantity',
  ],
];

for (const [what, different, ...fields] of badCreates) {
  test(`an order with ${what} is refused by field`, () => {
    assert.deepEqual(
      fieldsOf(() => checkCreate({ ...good, ...different })),
      fields,
    );
  });
}

test('an order at each limit passes', () => {
  for (const different of [{}, items(1), items(100), { idempotencyKey: 'k'.repeat(255) }]) {
    checkCreate({ ...good, ...different });
  }
});

test('10 000 items are refused in little time', () => {
  const start = performance.now();
  assert.equal(fieldsOf(() => checkCreate({ ...good, ...items(10_000) }))[0], 'items');
  assert.ok(performance.now() - start < 1000);
});

test('an id is a UUID', () => {
  checkId('0197fbd2-6d2c-7a3e-9f00-0123456789ab');
  for (const id of ['', 'last', "' OR 1=1", '-'.repeat(36)]) {
    assert.deepEqual(
      fieldsOf(() => checkId(id)),
      ['id'],
      id,
    );
  }
});

test('a page token holds the UUID of an order, not just anything of that length', () => {
  const token = (key: string) => Buffer.from(key).toString('base64url');
  const id = '0197fbd2-6d2c-7a3e-9f00-0123456789ab';
  assert.deepEqual(checkPage({ pageToken: token(id), pageSize: 10 }), { size: 10, after: id });
  for (const pageToken of ['garbage', token('SKU-0001'), token('-'.repeat(36))]) {
    assert.deepEqual(
      fieldsOf(() => checkPage({ pageToken })),
      ['pageToken'],
    );
  }
  assert.deepEqual(
    fieldsOf(() => checkPage({ pageToken: '!', pageSize: 0 })),
    ['pageSize', 'pageToken'],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Acknowledged } from '../ledger.ts';
import type { OrderFacts } from '../order-facts.ts';
import {
  madeUpOrder,
  madeUpReservation,
  type OrderStatus,
  orderId,
  type ReservationStatus,
} from '../testing/made-up.ts';
import { orderRules } from './rules.ts';

type Case = [OrderStatus | 'absent', ReservationStatus | 'absent', ...broken: string[]];

const facts = (order: Case[0], reservation: Case[1], acknowledged: Acknowledged[] = []): OrderFacts => ({
  orderId: orderId(1),
  order: order === 'absent' ? undefined : madeUpOrder(1, order),
  reservation: reservation === 'absent' ? undefined : madeUpReservation(1, reservation),
  acknowledged,
});
const brokenBy = (subject: OrderFacts) =>
  orderRules.filter(({ check }) => check(subject) !== undefined).map(({ name }) => name);

const cases: readonly Case[] = [
  ['CONFIRMED', 'COMMITTED'],
  ['CONFIRMED', 'HELD', 'confirmed-is-committed', 'reservation-is-settled'],
  ['CONFIRMED', 'RELEASED', 'confirmed-is-committed'],
  ['CONFIRMED', 'REJECTED', 'confirmed-is-committed'],
  ['CONFIRMED', 'absent', 'confirmed-is-committed'],
  ['CANCELLED', 'RELEASED'],
  ['CANCELLED', 'COMMITTED', 'cancelled-is-released'],
  ['CANCELLED', 'HELD', 'cancelled-is-released', 'reservation-is-settled'],
  ['CANCELLED', 'REJECTED', 'cancelled-is-released'],
  ['CANCELLED', 'absent', 'cancelled-is-released'],
  ['REJECTED', 'REJECTED'],
  ['REJECTED', 'RELEASED'],
  ['REJECTED', 'absent'],
  ['REJECTED', 'HELD', 'rejected-holds-nothing', 'reservation-is-settled'],
  ['REJECTED', 'COMMITTED', 'rejected-holds-nothing'],
  ['PENDING', 'absent', 'order-is-settled'],
  ['PENDING', 'COMMITTED', 'order-is-settled'],
  ['PENDING', 'HELD', 'order-is-settled', 'reservation-is-settled'],
  ['absent', 'HELD', 'reservation-has-order', 'reservation-is-settled'],
  ['absent', 'COMMITTED', 'reservation-has-order'],
  ['absent', 'RELEASED'],
  ['absent', 'REJECTED'],
  ['absent', 'absent'],
];

for (const [order, reservation, ...broken] of cases) {
  test(`an order ${order} with a reservation ${reservation} breaks ${broken.join(' and ') || 'nothing'}`, () => {
    assert.deepEqual(brokenBy(facts(order, reservation)), broken);
  });
}

test('a status that is none breaks the rules that ask for an outcome', () => {
  const order = { ...madeUpOrder(1, 'PENDING'), status: 'ORDER_STATUS_UNSPECIFIED' as const };
  const reservation = { ...madeUpReservation(1, 'HELD'), status: 'RESERVATION_STATUS_UNSPECIFIED' as const };
  assert.deepEqual(brokenBy({ orderId: order.id, order, reservation, acknowledged: [] }), [
    'order-is-settled',
    'reservation-is-settled',
  ]);
});

const a = { sku: 'A', quantity: 1, priceMinor: '10' };
const b = { sku: 'B', quantity: 2, priceMinor: '5' };
const compare = (items: (typeof a)[], lines: (typeof a)[], currency = 'EUR') =>
  brokenBy({
    orderId: orderId(1),
    order: madeUpOrder(1, 'CONFIRMED', { items, totalMinor: '20' }),
    reservation: madeUpReservation(1, 'COMMITTED', { lines, currency }),
    acknowledged: [],
  });

test('the lines of a CONFIRMED order are those of its reservation, in any order', () => {
  assert.deepEqual(compare([a, b], [b, a]), []);
  assert.deepEqual(compare([a, b], [a, b], 'USD'), ['confirmed-is-committed']);
  for (const lines of [[a], [a, b, b], [a, { ...b, quantity: 1 }], [a, { ...b, priceMinor: '6' }], []]) {
    assert.deepEqual(compare([a, b], lines), ['confirmed-is-committed']);
  }
});

test('a total is exact also beyond what a number holds', () => {
  const items = [{ sku: 'A', quantity: 10_000, priceMinor: '900719925474099' }];
  const broken = (totalMinor: string) =>
    brokenBy({ ...facts('absent', 'absent'), order: madeUpOrder(1, 'REJECTED', { items, totalMinor }) });
  assert.deepEqual(broken('9007199254740990000'), []);
  assert.deepEqual(broken('9007199254740990001'), ['total-adds-up']);
  assert.deepEqual(broken('0'), ['total-adds-up']);
});

const told = (status: OrderStatus, change: Partial<Acknowledged> = {}): Acknowledged => ({
  key: 'k-1',
  status,
  ...change,
});

test('what a client was told is kept, and CONFIRMED may only become CANCELLED', () => {
  const kept = ['acknowledged-status-kept'];
  const expected: Record<string, string[]> = {
    ...{ 'CONFIRMED CONFIRMED': [], 'CONFIRMED CANCELLED': [], 'CONFIRMED REJECTED': kept },
    ...{ 'REJECTED CONFIRMED': kept, 'REJECTED CANCELLED': kept, 'REJECTED REJECTED': [] },
    ...{ 'CANCELLED CONFIRMED': kept, 'CANCELLED CANCELLED': [], 'CANCELLED REJECTED': kept },
    ...{ 'PENDING CONFIRMED': [], 'PENDING CANCELLED': [], 'PENDING REJECTED': [] },
  };
  const reservations = {
    CONFIRMED: 'COMMITTED',
    CANCELLED: 'RELEASED',
    REJECTED: 'REJECTED',
    PENDING: 'absent',
  } as const;
  for (const [pair, broken] of Object.entries(expected)) {
    const [seen, now] = pair.split(' ') as [OrderStatus, OrderStatus];
    assert.deepEqual(brokenBy(facts(now, reservations[now], [told(seen)])), broken, pair);
  }
  const fellBack = facts('PENDING', 'absent', [told('CONFIRMED')]);
  assert.deepEqual(brokenBy(fellBack), ['order-is-settled', 'acknowledged-status-kept']);
});

test('one answer of several that was not kept is enough', () => {
  const seen = [told('CONFIRMED'), told('CANCELLED'), told('REJECTED')];
  assert.deepEqual(brokenBy(facts('CANCELLED', 'RELEASED', seen)), ['acknowledged-status-kept']);
});

test('an order that a client was told about must exist, under its key and customer', () => {
  const exists = ['acknowledged-exists'];
  assert.deepEqual(brokenBy(facts('absent', 'absent', [told('CONFIRMED')])), exists);
  assert.deepEqual(brokenBy(facts('CONFIRMED', 'COMMITTED', [told('CONFIRMED', { key: 'k-2' })])), exists);
  assert.deepEqual(
    brokenBy(facts('CONFIRMED', 'COMMITTED', [told('CONFIRMED', { customerId: 'c-2' })])),
    exists,
  );
  assert.deepEqual(brokenBy(facts('CONFIRMED', 'COMMITTED', [told('CONFIRMED', { customerId: 'c-1' })])), []);
});

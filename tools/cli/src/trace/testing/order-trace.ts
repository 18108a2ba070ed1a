import type { OtlpSpan } from './otlp.ts';
import { otlpTrace } from './otlp.ts';

/** The trace of the orders below. */
export const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
export const orderId = '0198c0de-0000-7000-8000-00000000beef';

/** When it began unless a test says otherwise, as epoch nanoseconds: long enough ago to be settled. */
export const longAgoNs = BigInt(Date.UTC(2026, 10, 24, 10, 0, 1, 123)) * 1_000_000n;

const rpc = (service: string, method: string) => ({
  name: `mesh.${service}/${method}`,
  attributes: {
    ...{ 'rpc.system.name': 'grpc', 'rpc.method': `mesh.${service}/${method}`, 'rpc.status_code': 'OK' },
  },
});
const pg = (statement: string) => ({
  name: `pg.query:${statement.split(' ')[0]} mesh`,
  kind: 3,
  attributes: { 'db.system.name': 'postgresql', 'db.query.text': statement },
});

const gateway: OtlpSpan[] = [
  {
    ...{ id: 1, name: 'POST /v1/orders', kind: 2, at: 0, ms: 41.27 },
    attributes: { 'http.request.method': 'POST', 'http.response.status_code': 201 },
  },
  { id: 2, parent: 1, kind: 3, at: 1.9, ms: 38.2, ...rpc('order.v1.OrderService', 'CreateOrder') },
];
const order: OtlpSpan[] = [
  { id: 3, parent: 2, kind: 2, at: 3.1, ms: 36.4, ...rpc('order.v1.OrderService', 'CreateOrder') },
  { id: 4, parent: 3, at: 4.0, ms: 1.6, ...pg('INSERT INTO orders (id) VALUES ($1) ON CONFLICT DO NOTHING') },
  { id: 5, parent: 3, kind: 3, at: 6.0, ms: 14.9, ...rpc('inventory.v1.InventoryService', 'Reserve') },
  { id: 6, parent: 3, kind: 3, at: 21.4, ms: 13.3, ...rpc('inventory.v1.InventoryService', 'Commit') },
  { id: 7, parent: 3, at: 35.2, ms: 3.1, ...pg('UPDATE orders SET status = $2 WHERE id = $1') },
];
const inventory: OtlpSpan[] = [
  { id: 8, parent: 5, kind: 2, at: 7.2, ms: 13, ...rpc('inventory.v1.InventoryService', 'Reserve') },
  { id: 9, parent: 8, at: 8, ms: 0.4, ...pg('BEGIN') },
  { id: 10, parent: 8, at: 8.5, ms: 1.9, ...pg('INSERT INTO reservations (order_id) VALUES ($1)') },
  { id: 11, parent: 8, at: 10.6, ms: 2.8, ...pg('WITH held AS (UPDATE stock SET available = 1) SELECT 1') },
  { id: 12, parent: 8, at: 13.6, ms: 5.9, ...pg('COMMIT') },
  { id: 13, parent: 6, kind: 2, at: 22.6, ms: 11.4, ...rpc('inventory.v1.InventoryService', 'Commit') },
  { id: 14, parent: 13, at: 23.5, ms: 9.8, ...pg("UPDATE reservations\n  SET status = 'COMMITTED'") },
];

/** The spans of an order that travels through the mesh, by service. */
export const orderServices = { gateway, order, inventory };

/** The same as Jaeger gives it: unordered, and one span twice. */
export function orderTrace(startNs = longAgoNs) {
  const again = [...gateway, ...gateway.slice(0, 1)];
  return otlpTrace(traceId, startNs, { inventory: inventory.toReversed(), gateway: again, order });
}

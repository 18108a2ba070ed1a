import type { LokiLine } from './loki.ts';
import { orderId } from './order-trace.ts';

const fields = { order_id: orderId };
const completion = (method: string, ms: string) => ({
  message: 'call finished',
  fields: { rpc_method: method, rpc_status_code: 'OK', duration_ms: ms },
});

/** The log lines of the order's trace, newest first as a store may give them. */
export const orderLines: readonly LokiLine[] = [
  { service: 'gateway', span: 1, at: 41.2, ...completion('POST /v1/orders', '41.2') },
  { service: 'order', span: 3, at: 39.4, ...completion('mesh.order.v1.OrderService/CreateOrder', '36.3') },
  {
    service: 'order',
    span: 3,
    at: 38.6,
    message: 'order confirmed',
    fields: { ...fields, total_minor: '2598' },
  },
  {
    service: 'inventory',
    span: 13,
    at: 34,
    ...completion('mesh.inventory.v1.InventoryService/Commit', '11.3'),
  },
  {
    service: 'inventory',
    span: 8,
    at: 20.1,
    ...completion('mesh.inventory.v1.InventoryService/Reserve', '12.9'),
  },
  { service: 'inventory', span: 8, at: 19.6, message: 'stock held', fields: { ...fields, lines: '2' } },
  { service: 'order', span: 3, at: 5.8, message: 'order accepted', fields: { ...fields, items: '2' } },
  { service: 'gateway', span: 1, at: 0.8, level: 'warn', message: 'a caller without a deadline' },
];

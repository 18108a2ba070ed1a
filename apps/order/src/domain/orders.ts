import { drive } from './drive.ts';
import { finishCancel } from './finish-cancel.ts';
import { type Order, type OrderIntent, sameItems } from './order.ts';
import type { OrderStore } from './order-store.ts';
import { Refused } from './refusal.ts';
import type { Scope } from './scope.ts';
import type { Stock } from './stock.ts';

export interface Orders {
  /** `replayed` where an earlier call with this key made the order. Never answers a PENDING order. */
  create(intent: OrderIntent, scope: Scope): Promise<{ order: Order; replayed: boolean }>;
  get(id: string, scope: Scope): Promise<Order>;
  cancel(id: string, scope: Scope): Promise<Order>;
}

/** The rules of ordering. The intent is durable before any remote call is made for it. */
export function createOrders(store: OrderStore, stock: Stock): Orders {
  return {
    async create(intent, scope) {
      const { order, recorded } = await store.record(intent, scope);
      if (!sameItems(order.items, intent.items)) throw new Refused({ kind: 'IDEMPOTENCY_KEY_REUSED' });
      return { order: orThrow(await drive(order, store, stock, scope)), replayed: !recorded };
    },
    get: async (id, scope) => known(await store.find(id, scope)),
    async cancel(id, scope) {
      const order = known(await store.requestCancel(id, scope));
      if (order.status === 'CANCELLED') return order;
      if (order.status !== 'CONFIRMED') {
        throw new Refused({ kind: 'ORDER_NOT_CONFIRMED', status: order.status });
      }
      return finishCancel(order, store, stock, scope);
    },
  };
}

function known(order: Order | undefined): Order {
  if (order === undefined) throw new Refused({ kind: 'ORDER_NOT_FOUND' });
  return order;
}

/** The order, unless it was rejected: then every call with its key gets the same refusal. */
function orThrow(order: Order): Order {
  const { id: orderId, rejection, items } = order;
  if (rejection === undefined) return order;
  const itemIndex = 'sku' in rejection ? items.findIndex(({ sku }) => sku === rejection.sku) : -1;
  throw new Refused({ ...rejection, orderId, itemIndex });
}

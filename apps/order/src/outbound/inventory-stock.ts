import { type Client, RpcError } from '@mesh/rpc';
import type { OrderItem, PricedItem } from '../domain/order.ts';
import type { Rejection } from '../domain/refusal.ts';
import type { Scope } from '../domain/scope.ts';
import type { Held, Stock } from '../domain/stock.ts';
import type { InventoryMethods } from './connect-inventory.ts';

/** The stock behind the wire: the inventory's refusals become answers, everything else stays an error. */
export function createInventoryStock(inventory: Client<InventoryMethods>): Stock {
  return {
    reserve: (orderId, items, scope) =>
      reserve(inventory, orderId, items, scope).catch((error) => ({
        held: false,
        rejection: rejectionIn(error),
      })),
    async commit(orderId, scope) {
      try {
        await inventory.commit({ orderId }, scope);
        return true;
      } catch (error) {
        rejectionIn(error);
        return false;
      }
    },
    async release(orderId, scope) {
      await inventory.release({ orderId }, scope);
    },
  };
}

async function reserve(
  inventory: Client<InventoryMethods>,
  orderId: string,
  items: readonly OrderItem[],
  scope: Scope,
): Promise<Held> {
  const { reservation } = await inventory.reserve({ orderId, lines: [...items] }, scope);
  const prices = new Map(reservation?.lines.map(({ sku, priceMinor }) => [sku, Number(priceMinor)]));
  return {
    held: true,
    items: items.map((item) => priced(item, prices)),
    currency: reservation?.currency ?? '',
  };
}

function priced({ sku, quantity }: OrderItem, prices: ReadonlyMap<string, number>): PricedItem {
  const priceMinor = prices.get(sku);
  if (priceMinor === undefined) throw new Error(`the reservation has no price for ${sku}`);
  return { sku, quantity, priceMinor };
}

/** The refusal that the error stands for; any other error is thrown again. */
function rejectionIn(error: unknown): Rejection {
  if (!(error instanceof RpcError)) throw error;
  const { reason, metadata } = error.details;
  const sku = metadata?.['sku'] ?? '';
  switch (reason) {
    case 'OUT_OF_STOCK':
    case 'UNKNOWN_SKU':
      return { kind: reason, sku };
    case 'RESERVATION_RELEASED':
      return { kind: 'RESERVATION_EXPIRED' };
    default:
      throw error;
  }
}

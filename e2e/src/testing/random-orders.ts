import type { OrderRequest } from './place-order.ts';

/** Ten products of which there are 100 to 500, so that a few hundred orders empty them. */
const scarce = Array.from({ length: 10 }, (_, index) => `SKU-${String(91 + index).padStart(4, '0')}`);

/** Orders of one to three scarce products; the same seed gives the same orders. */
export function randomOrders(seed: number, prefix: string): () => OrderRequest {
  let state = seed;
  const below = (limit: number) => {
    // A linear congruential generator (Numerical Recipes); its high bits are random enough here.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  let count = 0;
  return () => {
    const skus = new Set(Array.from({ length: 1 + below(3) }, () => scarce[below(scarce.length)] ?? ''));
    const items = [...skus].map((sku) => ({ sku, quantity: 1 + below(8) }));
    count += 1;
    return { key: `${prefix}-${count}`, customerId: `c-${below(20)}`, items };
  };
}

import type { Stock } from './stock.ts';

export interface StockWatcher {
  take(stock: readonly Stock[]): void;
  fail(error: Error): void;
  /** What changed since the last time; waits until something has, rejects when the watch has failed. */
  next(): Promise<Stock[]>;
}

/** Holds at most one state a SKU, however slow its reader is. */
export function createStockWatcher(skus: ReadonlySet<string>): StockWatcher {
  const known = new Map<string, Stock>();
  const changed = new Map<string, Stock>();
  let wake = Promise.withResolvers<void>();
  let failure: Error | undefined;
  return {
    take(stock) {
      for (const row of stock) {
        if (skus.size > 0 && !skus.has(row.sku)) continue;
        const before = known.get(row.sku);
        if (before?.total === row.total && before.available === row.available) continue;
        known.set(row.sku, row);
        changed.set(row.sku, row);
      }
      if (changed.size > 0) wake.resolve();
    },
    fail(error) {
      failure = error;
      wake.resolve();
    },
    async next() {
      await wake.promise;
      if (failure !== undefined) throw failure;
      wake = Promise.withResolvers();
      const rows = [...changed.values()];
      changed.clear();
      return rows;
    },
  };
}

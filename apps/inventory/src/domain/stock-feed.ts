import type { Stock } from './stock.ts';
import { createStockWatcher, type StockWatcher } from './stock-watcher.ts';

/** Tells watchers what changed, whichever process made the change: it compares what it reads. */
export interface StockFeed {
  /** True while somebody watches; there is no need to read otherwise. */
  readonly watched: boolean;
  /** Takes a reading of all stock. */
  publish(stock: readonly Stock[]): void;
  /** Ends every watch with this error. */
  fail(error: Error): void;
  /** The stock at the next reading, then each change. A slow watcher gets the newest state of each SKU. */
  watch(skus: readonly string[], signal: AbortSignal): AsyncGenerator<Stock>;
}

export function createStockFeed(): StockFeed {
  const watchers = new Set<StockWatcher>();
  return {
    get watched() {
      return watchers.size > 0;
    },
    publish(stock) {
      for (const watcher of watchers) watcher.take(stock);
    },
    fail(error) {
      for (const watcher of watchers) watcher.fail(error);
    },
    async *watch(skus, signal) {
      signal.throwIfAborted();
      const watcher = createStockWatcher(new Set(skus));
      signal.addEventListener('abort', () => watcher.fail(signal.reason));
      watchers.add(watcher);
      try {
        while (true) yield* await watcher.next();
      } finally {
        watchers.delete(watcher);
      }
    },
  };
}

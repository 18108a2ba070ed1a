import type { Scope } from './scope.ts';
import type { StockFeed } from './stock-feed.ts';
import type { StockStore } from './stock-store.ts';

const everything = { limit: 100_000, after: undefined, only: [] };

/** Reads the stock for those who watch it; where it cannot be read, they are told. */
export async function refreshFeed(feed: StockFeed, store: StockStore, scope: Scope): Promise<void> {
  if (!feed.watched) return;
  try {
    feed.publish(await store.listStock(everything, scope));
  } catch (error) {
    feed.fail(error as Error);
    throw error;
  }
}

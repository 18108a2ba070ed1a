import type { Stock } from '../domain/stock.ts';

/** A product of which so many are there and available, but for what is said otherwise. */
export function stockOf(sku: string, total: number, different: Partial<Stock> = {}): Stock {
  return { sku, name: `a ${sku}`, priceMinor: 250, currency: 'EUR', total, available: total, ...different };
}

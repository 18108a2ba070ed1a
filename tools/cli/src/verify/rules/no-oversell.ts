import type { Rule } from './rule.ts';

/** One SKU: what CONFIRMED orders have of it, and what the inventory says. */
export interface Sold {
  readonly sku: string;
  readonly confirmed: number;
  /** Undefined where the inventory does not know the SKU. */
  readonly stock: { readonly committed: number; readonly total: number } | undefined;
}

export const noOversell: Rule<Sold> = {
  name: 'no-oversell',
  sentence: 'CONFIRMED orders have at most what is committed, that at most the total.',
  check({ confirmed, stock }) {
    if (!stock) return `${confirmed} are sold, but the inventory does not know it`;
    if (confirmed <= stock.committed && stock.committed <= stock.total) return undefined;
    return `${confirmed} are in CONFIRMED orders, ${stock.committed} are committed, ${stock.total} is the total`;
  },
};

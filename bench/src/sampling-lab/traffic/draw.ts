import type { Random } from './random.ts';

/** One of the items, each as likely as its share says; the shares make 1 together. */
export function draw<Item extends { readonly share: number }>(items: readonly Item[], random: Random): Item {
  let left = random.share();
  for (const item of items) {
    left -= item.share;
    if (left < 0) return item;
  }
  return items[0] as Item;
}

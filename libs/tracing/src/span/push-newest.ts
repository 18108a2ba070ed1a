/** Adds to a list of limited length; the oldest goes for it. @returns how many had to go, the new one included */
export function pushNewest<Item>(list: Item[], item: Item, limit: number): number {
  list.push(item);
  if (list.length <= limit) return 0;
  list.shift();
  return 1;
}

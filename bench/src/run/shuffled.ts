/** The same in random order, each order as likely as any other (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const at = Math.floor(Math.random() * (last + 1));
    [result[last], result[at]] = [result[at] as Item, result[last] as Item];
  }
  return result;
}

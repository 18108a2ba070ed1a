/** Fields in the order of their names, so that every store gives the same. */
export function byName(fields: readonly (readonly [name: string, value: string])[]): Record<string, string> {
  return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

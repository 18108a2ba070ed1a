const named = 5;

/** The first few of many ids, and how many more there are. */
export function nameIds(ids: readonly string[]): string {
  const more = ids.length - named;
  return ids.slice(0, named).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

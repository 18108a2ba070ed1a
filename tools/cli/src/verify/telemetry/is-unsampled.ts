import type { TraceFacts } from './trace-facts.ts';

/** Nothing of the trace was kept, as one of its lines says: there are no spans to be missed. */
export function isUnsampled({ spans, lines }: Pick<TraceFacts, 'spans' | 'lines'>): boolean {
  return spans.length === 0 && lines.some((line) => line.isUnsampled);
}

import type { Span } from './span.ts';

/** True for a span that was kept after the fact; why stands behind the colon: `promoted:INTERNAL`. */
export function isPromoted({ attributes }: Pick<Span, 'attributes'>): boolean {
  return `${attributes['sampling.reason']}`.startsWith('promoted:');
}

import type { Span } from './span.ts';

/** What the caller wrote where the trace id was taken over from an id of another form. Not safe to print. */
export function originalIdOf(spans: readonly Span[]): string | undefined {
  const texts = spans.map(({ attributes }) => attributes['mesh.trace.original_id']);
  return texts.find((text) => typeof text === 'string');
}

import type { Span } from './span.ts';

/**
 * Why a trace was kept, by its roots: `first`, `ratio (probability 0.1)`. Undefined where they do not say, and where
 * everything is kept, which is nothing to tell. Not safe to print.
 */
export function keptBy(spans: readonly Span[]): string | undefined {
  const texts = new Set(spans.flatMap(({ attributes }) => textOf(attributes)));
  return texts.size > 0 ? [...texts].join(', ') : undefined;
}

function textOf(attributes: Span['attributes']): string[] {
  const reason = attributes['sampling.reason'];
  // Zipkin has it as text.
  const probability = Number(attributes['sampling.probability'] ?? 1);
  if (typeof reason !== 'string' || (reason === 'always' && probability === 1)) return [];
  return [probability < 1 ? `${reason} (probability ${+probability.toPrecision(3)})` : reason];
}

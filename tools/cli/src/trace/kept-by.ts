import { isPromoted } from './is-promoted.ts';
import type { Span } from './span.ts';

/**
 * Why a trace was kept: `first`, `ratio (probability 0.1)`, as its roots say; `promoted:INTERNAL`, as all its spans say, or with
 * the services of those that do. Undefined where they do not say, and where everything is kept, which is nothing to tell. Not
 * safe to print.
 */
export function keptBy(spans: readonly Span[]): string | undefined {
  const saying = Map.groupBy(spans, ({ attributes }) => textOf(attributes));
  const all = [...saying].flatMap(([text, its]) => {
    if (text === undefined) return [];
    const isPart = its.length < spans.length && its.some(isPromoted);
    return [isPart ? `${text} (${servicesOf(its)})` : text];
  });
  return all.length > 0 ? all.join(', ') : undefined;
}

function textOf(attributes: Span['attributes']): string | undefined {
  const reason = attributes['sampling.reason'];
  // Zipkin has it as text.
  const probability = Number(attributes['sampling.probability'] ?? 1);
  if (typeof reason !== 'string' || (reason === 'always' && probability === 1)) return undefined;
  return probability < 1 ? `${reason} (probability ${+probability.toPrecision(3)})` : reason;
}

function servicesOf(spans: readonly Span[]): string {
  return [...new Set(spans.map(({ service }) => service))].join(', ');
}

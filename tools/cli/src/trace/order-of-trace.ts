import type { Trace } from './trace.ts';

/** The order that a trace is about: the one it was asked by, or the only one that its log lines name. */
export function orderOfTrace({ orderId, lines }: Pick<Trace, 'orderId' | 'lines'>): string | undefined {
  if (orderId !== undefined) return orderId;
  const [only, ...others] = new Set(lines.flatMap((line) => line.fields['order_id'] ?? []));
  return others.length === 0 ? only : undefined;
}

import type { Span } from '../../trace/span.ts';
import { timeRange } from '../../trace/time-range.ts';
import type { TracedOrder } from './traced-order.ts';
import type { Window } from './window.ts';

/** How far from its order and its spans a line is looked for: further than any call lasts. */
const aroundMs = 60_000;
/** How far from its order a span is believed: with one wrong time Loki would refuse the whole question. */
const believedMs = 3_600_000;

/** Where in time the lines of some traces are. */
export function lineWindow(orders: readonly TracedOrder[], spans: readonly Span[]): Window {
  const created = orders.map(({ createdMs }) => createdMs);
  const [first, last] = [Math.min(...created), Math.max(...created)];
  const { startNs, endNs } = timeRange(spans) ?? {};
  const startMs = startNs === undefined ? first : Number(startNs / 1_000_000n);
  const endMs = endNs === undefined ? last : Number(endNs / 1_000_000n);
  return {
    fromMs: Math.max(Math.min(startMs, first), first - believedMs) - aroundMs,
    toMs: Math.min(Math.max(endMs, last), last + believedMs) + aroundMs,
  };
}

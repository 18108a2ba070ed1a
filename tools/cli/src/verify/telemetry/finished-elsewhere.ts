import { spanStatus } from '../../trace/span-status.ts';
import { serverSpansOf } from './rules/server-spans-of.ts';
import type { TraceFacts } from './trace-facts.ts';

/**
 * True where the request that created an order did not confirm it: its caller went away, its time was over, or its
 * process was killed before the span was sent. A sweeper, or the same request repeated, did so in another trace.
 */
export function finishedElsewhere({ spans, orders }: TraceFacts): boolean {
  const created = serverSpansOf(spans, 'OrderService/CreateOrder');
  const isConfirmed = orders.some(({ status }) => status === 'CONFIRMED');
  return (
    isConfirmed &&
    spans.length > 0 &&
    !(created.length > 0 && created.every((span) => spanStatus(span) === 'OK'))
  );
}

import type { LogLine } from './log-line.ts';
import type { Span } from './span.ts';

/**
 * A line without the fields that only repeat what a reader already sees above it: the order id of the whole trace, a value
 * that is part of the name of the line's span (the method or route that was called), and why both were kept after the fact.
 */
export function withoutRepeats(
  line: LogLine,
  span: Pick<Span, 'name' | 'attributes'> | undefined,
  orderId: string | undefined,
): LogLine {
  const fields = Object.entries(line.fields).filter(([name, value]) => {
    const isInName = /(method|route)$/.test(name) && span?.name.includes(value);
    const isSpans = name === 'sampling_reason' && value === span?.attributes['sampling.reason'];
    return !isInName && !isSpans && !(name === 'order_id' && value === orderId);
  });
  return { ...line, fields: Object.fromEntries(fields) };
}

import type { LogLine } from './log-line.ts';

/**
 * A line without the fields that only repeat what a reader already sees above it: the order id of the whole trace,
 * and a value that is part of the name of the line's span (the method or route that was called).
 */
export function withoutRepeats(
  line: LogLine,
  spanName: string | undefined,
  orderId: string | undefined,
): LogLine {
  const fields = Object.entries(line.fields).filter(([name, value]) => {
    const isInName = /(method|route)$/.test(name) && spanName?.includes(value);
    return !isInName && !(name === 'order_id' && value === orderId);
  });
  return { ...line, fields: Object.fromEntries(fields) };
}

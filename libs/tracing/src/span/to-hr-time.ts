import type { HrTime, TimeInput } from '@opentelemetry/api';
import { addMillis, wallTime } from './span-clock.ts';

/**
 * A time that a caller gives: a Date, seconds and nanoseconds, or a number of milliseconds, since 1970 or, where it is
 * not above `performance.now()`, a reading of that.
 */
export function toHrTime(time: TimeInput): HrTime {
  if (Array.isArray(time)) return time;
  if (time instanceof Date) return addMillis([0, 0], time.getTime());
  return time <= performance.now() ? wallTime(time) : addMillis([0, 0], time);
}

export function isBefore(one: HrTime, other: HrTime): boolean {
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}

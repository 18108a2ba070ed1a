import type { HrTime } from '@opentelemetry/api';

const SECOND_NS = 1_000_000_000;

/** How far the wall clock may run from the monotonic one before it is believed: NTP sets it now and then. */
const DRIFT_MS = 5;

const CHECK_EVERY_MS = 1_000;

/** The wall time at the monotonic zero, in ms: to the microsecond, which `Date.now()` never is. */
let anchor = performance.timeOrigin;
let nextCheck = 0;

/**
 * The wall time of a monotonic one. All spans of the process share one anchor, so that children lie within their
 * parents, and two spans of the same millisecond keep their order.
 *
 * @param mark a reading of `performance.now()`, ms
 */
export function wallTime(mark: number): HrTime {
  if (mark >= nextCheck) followWallClock();
  const seconds = Math.floor(anchor / 1000);
  return addMillis([seconds, 0], anchor - seconds * 1000 + mark);
}

/** @param millis 0 or more, with fractions */
export function addMillis(time: HrTime, millis: number): HrTime {
  const seconds = Math.floor(millis / 1000);
  const nanos = time[1] + Math.round((millis - seconds * 1000) * 1_000_000);
  return nanos < SECOND_NS
    ? [time[0] + seconds, nanos]
    : [time[0] + seconds + Math.floor(nanos / SECOND_NS), nanos % SECOND_NS];
}

function followWallClock(): void {
  const mark = performance.now();
  nextCheck = mark + CHECK_EVERY_MS;
  const wall = Date.now();
  // Date.now() cuts off its fraction: half a millisecond is the best guess of it.
  if (Math.abs(wall - (anchor + mark)) > DRIFT_MS) anchor = wall + 0.5 - mark;
}

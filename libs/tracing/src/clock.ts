import type { HrTime } from '@opentelemetry/api';

const SECOND = 1_000_000;

let last = 0;

/**
 * The wall clock, each reading at least 1 µs after the one before, so that lines of one millisecond keep their
 * order in a store that sorts by time. A clock that is set back by more than a second is followed.
 */
export function now(): HrTime {
  const wall = Date.now() * 1000;
  last = wall > last || last - wall > SECOND ? wall : last + 1;
  return [Math.floor(last / SECOND), (last % SECOND) * 1000];
}

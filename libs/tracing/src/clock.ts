import type { HrTime } from '@opentelemetry/api';
import { wallTime } from './span/span-clock.ts';

const SECOND = 1_000_000;

let last = 0;

/**
 * The clock of the spans, so that a line stands within the span that wrote it, each reading at least 1 µs after the one
 * before, so that lines keep their order in a store that sorts by time. A clock that is set back by more than a second
 * is followed.
 */
export function now(): HrTime {
  const [seconds, nanos] = wallTime(performance.now());
  const wall = seconds * SECOND + Math.floor(nanos / 1000);
  last = wall > last || last - wall > SECOND ? wall : last + 1;
  return [Math.floor(last / SECOND), (last % SECOND) * 1000];
}

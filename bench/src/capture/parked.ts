import type { Child } from '../processes/child.ts';
import { samplingOf } from './capture-switch.ts';

/** What one service has parked; without capture there is nothing. */
export interface Parked {
  readonly bytes: number;
  readonly traces: number;
  /** Since the start. */
  readonly evicted: number;
}

/** Of each service. */
export async function parkedIn(services: readonly Child[]): Promise<Parked[]> {
  const parked: Parked[] = [];
  for (const service of services) {
    const { bytes = 0, traces = 0, tally } = (await samplingOf(service)).capture ?? {};
    parked.push({ bytes, traces, evicted: tally?.evictedItems ?? 0 });
  }
  return parked;
}

/**
 * A slice in which something was parked though it was off, or nothing though it was on, says nothing. A full ring stays as
 * large as it is: then it tells by what has to go. Where the requests begin, what went well is let go at once.
 *
 * @throws Error that says which of the two
 */
export function checkParked(isOn: boolean, before: readonly Parked[], after: readonly Parked[]): void {
  const more = after.filter(({ bytes, evicted }, service) => {
    const old = before[service] ?? { bytes: 0, evicted: 0 };
    return bytes > old.bytes || (isOn && evicted > old.evicted);
  });
  const isWrong = isOn ? more.length < after.length - 1 : more.length > 0;
  if (!isWrong) return;
  throw new Error(
    `The run is not valid: with capture ${isOn ? 'on nothing' : 'off something'} was parked in a service.`,
  );
}

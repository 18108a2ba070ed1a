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
 * large as it is: then it tells by what has to go.
 *
 * @throws Error that says which of the services, by its place
 */
export function checkParked(isOn: boolean, before: readonly Parked[], after: readonly Parked[]): void {
  after.forEach(({ bytes, evicted }, service) => {
    const old = before[service] ?? { bytes: 0, evicted: 0 };
    const hasMore = bytes > old.bytes || (isOn && evicted > old.evicted);
    if (hasMore === isOn) return;
    throw new Error(
      `The run is not valid: with capture ${isOn ? 'on nothing' : 'off something'} was parked in service ${service + 1}.`,
    );
  });
}

import { floorCount } from '../document/guarantees.ts';
import type { OperationPolicy } from '../document/sampling-document.ts';
import { ClockWindow } from './clock-window.ts';

/** What an operation is guaranteed: `first` and `floor`. The first of a window counts for its floor, too. */
export class OperationWindows {
  #first: ClockWindow | undefined;
  #floor: ClockWindow | undefined;

  /** Windows of the same length go on. */
  adopt(policy: OperationPolicy): void {
    const { first, floor } = policy.kind === 'ratio' ? policy : {};
    const floorOf = floor && floorCount(floor.perSecond);
    this.#first = first && same(this.#first, first.windowSeconds * 1000, 1);
    this.#floor =
      floor && floorOf ? same(this.#floor, (floorOf / floor.perSecond) * 1000, floorOf) : undefined;
  }

  /** Which of them keeps the request at this time. */
  keeps(now: number): 'first' | 'floor' | undefined {
    const isFloor = this.#floor?.isFirst(now);
    if (this.#first?.isFirst(now)) return 'first';
    return isFloor ? 'floor' : undefined;
  }
}

function same(window: ClockWindow | undefined, millis: number, count: number): ClockWindow {
  return window?.millis === millis && window.count === count ? window : new ClockWindow(millis, count);
}

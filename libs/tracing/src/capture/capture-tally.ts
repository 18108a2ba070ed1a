import { TellTally } from './tell/tell-tally.ts';
import { TRIGGERS, type Trigger } from './trigger.ts';

/** What retroactive capture has done since the start. */
export class CaptureTally {
  /** Triggers that fired first here, by what became of them. */
  readonly granted = zeros();
  readonly refused = zeros();
  /** Traces that are kept, whoever said so. */
  promotedTraces = 0;
  /** Spans and lines that had to go unseen: too old, or no room. */
  evictedItems = 0;
  /** Traces that another process told of and that are not known here, any more or at all. */
  missedTraces = 0;
  /** What the others were told. */
  readonly tells = new TellTally();

  triggered(trigger: Trigger, isGranted: boolean): void {
    (isGranted ? this.granted : this.refused)[trigger]++;
  }

  promoted(): void {
    this.promotedTraces++;
  }

  evicted(): void {
    this.evictedItems++;
  }

  missed(): void {
    this.missedTraces++;
  }
}

function zeros(): Record<Trigger, number> {
  return Object.fromEntries(TRIGGERS.map((trigger) => [trigger, 0])) as Record<Trigger, number>;
}

import { carrierOf } from './mark/carrier-of.ts';
import type { MarkResult, Marks } from './mark/create-marks.ts';

/** How many marks were what. `limited` are also good ones for which the bucket had no room. */
export type MarkTally = Record<MarkResult, number>;

/** Judges the marks that requests come with, and counts them. */
export class RequestMarks {
  readonly tally: MarkTally = {
    good: 0,
    malformed: 0,
    unknown_key: 0,
    signature: 0,
    expired: 0,
    replayed: 0,
    limited: 0,
  };
  readonly #marks: Marks;

  constructor(marks: Marks) {
    this.#marks = marks;
  }

  /** @returns whether it is a good one, which is not counted before it is known what became of it */
  isGood(
    mark: string,
    operation: string,
    attributes: Readonly<Record<string, unknown>>,
    now: number,
  ): boolean {
    const result = this.#marks.check(mark, carrierOf(attributes), operation, now);
    if (result === 'good') return true;
    this.tally[result]++;
    return false;
  }

  /** @param isHonoured a good mark has forced its trace */
  count(isHonoured: boolean): void {
    this.tally[isHonoured ? 'good' : 'limited']++;
  }
}

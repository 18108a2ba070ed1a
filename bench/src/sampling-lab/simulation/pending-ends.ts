/** Something that is to happen at a time of the simulation. */
interface End {
  readonly at: number;
  readonly run: () => void;
}

/** What has begun and not ended, the latest end first: few requests are under way at once. */
export function createPendingEnds() {
  const ends: End[] = [];
  return {
    add(end: End): void {
      let place = ends.length;
      while (place > 0 && (ends[place - 1] as End).at < end.at) place--;
      ends.splice(place, 0, end);
    },
    /** Runs, in order, what ends up to then. */
    runUntil(at: number): void {
      while ((ends.at(-1)?.at ?? Number.POSITIVE_INFINITY) <= at) ends.pop()?.run();
    },
  };
}

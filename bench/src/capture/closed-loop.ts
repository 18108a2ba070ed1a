import { setTimeout as pause } from 'node:timers/promises';
import { CONCURRENCY } from '../run/load.ts';

/** Keeps as many requests open as `load` does, until it is stopped. */
export interface ClosedLoop {
  readonly answered: () => number;
  /** Waits until what is open now has been answered. Rejects when a request does, as the others. */
  turnOver(): Promise<void>;
  run(millis: number): Promise<void>;
  stop(): Promise<void>;
}

export function startClosedLoop(place: () => Promise<void>): ClosedLoop {
  let answered = 0;
  let isOver = false;
  const open: Promise<void>[] = [];
  const caller = async (_: unknown, number: number) => {
    while (!isOver) {
      open[number] = place();
      await open[number];
      answered++;
    }
  };
  const callers = Promise.all(Array.from({ length: CONCURRENCY }, caller));
  callers.catch(() => {
    isOver = true;
  });
  return {
    answered: () => answered,
    turnOver: async () => void (await Promise.all(open)),
    run: async (millis) => void (await Promise.race([pause(millis), callers])),
    async stop() {
      isOver = true;
      await callers;
    },
  };
}

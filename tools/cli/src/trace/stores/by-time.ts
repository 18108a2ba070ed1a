import type { LogLine } from '../log-line.ts';

/** Oldest first. Lines of one moment stand by service, so that every store gives the same order. */
export function byTime(a: LogLine, b: LogLine): number {
  if (a.timeNs !== b.timeNs) return a.timeNs < b.timeNs ? -1 : 1;
  return a.service < b.service ? -1 : Number(a.service > b.service);
}

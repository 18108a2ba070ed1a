import { readProfiles } from './read-profiles.ts';
import { selfTimes } from './self-times.ts';

const SHOWN = 40;

/** Where the CPU time of a configuration went, start and warm-up included: the share of each function by itself. */
export function topOf(folder: string, configuration: string): string {
  const times = selfTimes(readProfiles(folder, configuration));
  const all = times.reduce((sum, [, millis]) => sum + millis, 0);
  const lines = times.slice(0, SHOWN).map(([place, millis]) => `${share(millis, all)}  ${place}\n`);
  return `\n${configuration}, self time of ${(all / 1000).toFixed(1)} s\n${lines.join('')}`;
}

function share(part: number, all: number): string {
  return `${((100 * part) / all).toFixed(2).padStart(6)} %`;
}

import type { Fault } from './fault.ts';

/**
 * Draws once for each fault whether this request has it. What it has, it has for certain from here on: the next service
 * must not draw again, or the shares would multiply.
 */
export function decideFaults(faults: readonly Fault[], random: () => number = Math.random): Fault[] {
  return faults.filter(({ share }) => random() < share).map((fault) => ({ ...fault, share: 1 }));
}

import { isTrigger, type Verdict } from './trigger.ts';

/**
 * The name of the metadata in which a verdict travels: up, in the trailers of an answer, and down, with the calls that are made
 * after it. `refused`, `promoted:INTERNAL`, `promoted:slow;2`: behind the semicolon is the level of the sender's safety cap.
 */
export const VERDICT_HEADER = 'mesh-capture';

export interface HeardVerdict {
  readonly verdict: Verdict;
  readonly level: number;
}

export function formatVerdict(verdict: Verdict, level: number): string {
  if (verdict === 'refused') return verdict;
  return level > 0 ? `promoted:${verdict};${level}` : `promoted:${verdict}`;
}

const TEXT = /^promoted:([A-Za-z0-9_]{1,32})(?:;([1-9]\d?))?$/;

/** @returns undefined for anything else */
export function parseVerdict(text: string): HeardVerdict | undefined {
  if (text === 'refused') return { verdict: text, level: 0 };
  const [, trigger = '', level] = TEXT.exec(text) ?? [];
  return isTrigger(trigger) ? { verdict: trigger, level: Number(level ?? 0) } : undefined;
}

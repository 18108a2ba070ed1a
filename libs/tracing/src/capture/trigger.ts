/**
 * Why a trace is worth keeping after all: a gRPC status that is a failure (a refusal by business is none, nor is a method that
 * is not there), an HTTP status from 500 on, a call that took longer than its operation should, a word of the service's code.
 */
export const TRIGGERS = [
  'UNKNOWN',
  'DEADLINE_EXCEEDED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'http_5xx',
  'slow',
  'marked',
] as const;

export type Trigger = (typeof TRIGGERS)[number];

/** What becomes of a trace that had a trigger: it is kept for that, or there was no budget left for it. */
export type Verdict = Trigger | 'refused';

const KNOWN: ReadonlySet<string> = new Set(TRIGGERS);

export function isVerdict(text: string): text is Verdict {
  return text === 'refused' || isTrigger(text);
}

export function isTrigger(text: string): text is Trigger {
  return KNOWN.has(text);
}

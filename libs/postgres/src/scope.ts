import { DatabaseError } from './database-error.ts';

/** What a statement may cost. */
export interface Scope {
  /** When it aborts, the statement under way is cancelled on the server. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds. The server's timeouts follow from the time that is left. */
  readonly deadline: number;
}

/** A deadline further away than a day, `Infinity` included, counts as one day: timers and timeouts are 32 bit. */
const MAX_LEFT_MS = 86_400_000;

/** Whole milliseconds left, at least 1. Throws `deadline` when the scope is over: then nothing may be sent. */
export function timeLeft(scope: Scope): number {
  const left = Math.min(Math.ceil(scope.deadline - Date.now()), MAX_LEFT_MS);
  if (scope.signal.aborted || !(left > 0)) throw scopeIsOver('before it was sent');
  return left;
}

/**
 * Calls `end` once, when the signal aborts or the deadline passes; the answer stops the watch.
 * Throws `deadline` when the scope is over already.
 */
export function onScopeEnd(scope: Scope, end: () => void): () => void {
  const stop = () => {
    clearTimeout(timer);
    scope.signal.removeEventListener('abort', endOnce);
  };
  const endOnce = () => {
    stop();
    end();
  };
  const timer = setTimeout(endOnce, timeLeft(scope));
  scope.signal.addEventListener('abort', endOnce);
  return stop;
}

/** The error of a statement whose time ended at the moment that `when` tells. */
export function scopeIsOver(when: string): DatabaseError {
  return new DatabaseError('deadline', `The statement was cancelled or ran out of time ${when}.`);
}

import type { Scope } from '../scope.ts';

/** A scope of so many milliseconds that nobody cancels. */
export function within(ms: number): Scope {
  return { signal: new AbortController().signal, deadline: Date.now() + ms };
}

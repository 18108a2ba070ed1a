import type { Scope } from '../domain/scope.ts';

/** A scope that nobody cancels. */
export function tenSeconds(): Scope {
  return { signal: new AbortController().signal, deadline: Date.now() + 10_000 };
}

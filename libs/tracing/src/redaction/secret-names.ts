import { wordsOf } from './words-of.ts';

const KEY = Symbol.for('@mesh/tracing secret names');

/**
 * The words of the names that a service adds. Kept for the whole process: a bundled service has a logger of its own
 * copy of this library, and the preload, which reads the variable, is another copy.
 */
export const extraSecretNames: Set<string> = sharedSet();

/** Adds to the names whose values are redacted: `loyaltyNumber` means `loyalty_number` as well. Before the first use. */
export function setSecretNames(names: readonly string[]): void {
  for (const name of names) extraSecretNames.add(wordsOf(name));
}

function sharedSet(): Set<string> {
  const shared: typeof globalThis & { [KEY]?: Set<string> } = globalThis;
  shared[KEY] ??= new Set();
  return shared[KEY];
}

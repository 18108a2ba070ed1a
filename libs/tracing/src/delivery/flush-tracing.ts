/** On the global object, so that it also finds the preload from a bundle, or from another copy of this package. */
const KEY = Symbol.for('@mesh/tracing/flush');

interface Global {
  [KEY]?: () => Promise<void>;
}

/**
 * Sends the spans and lines that wait; for a program that ends by `process.exit`. One whose event loop runs empty needs it
 * not. Takes 2 s at most; never rejects. Without the preload there is nothing to do.
 */
export async function flushTracing(): Promise<void> {
  await (globalThis as Global)[KEY]?.();
}

/** @param flush never rejects, and takes 2 s at most */
export function setFlush(flush: () => Promise<void>): void {
  (globalThis as Global)[KEY] = flush;
}

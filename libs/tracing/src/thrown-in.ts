import type { Context } from '@opentelemetry/api';

const KEY = Symbol.for('@mesh/tracing thrown in');

/** Kept for the whole process: a bundled service has another copy of this library than the preload, which writes of it. */
const contexts: WeakMap<object, Context> = sharedMap();

/** Keeps where an error was thrown that leaves `ctx` now: who hears of it outside cannot see that any more. */
export function throwOutOf(ctx: Context, error: unknown): void {
  if (isObject(error) && !contexts.has(error)) contexts.set(error, ctx);
}

/** The innermost context that the error left; `undefined` where it has left none. */
export function thrownIn(error: unknown): Context | undefined {
  return isObject(error) ? contexts.get(error) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function sharedMap(): WeakMap<object, Context> {
  const shared: typeof globalThis & { [KEY]?: WeakMap<object, Context> } = globalThis;
  shared[KEY] ??= new WeakMap();
  return shared[KEY];
}

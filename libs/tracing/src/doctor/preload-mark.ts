/** The preload as every copy of this package in the process finds it. */
export interface PreloadMark {
  /** Its file. */
  readonly url: string;
  readonly version: string;
}

const KEY = Symbol.for('@mesh/tracing/preload');

/** Where the preload that came first is; nothing where there is none. */
export function readPreloadMark(): PreloadMark | undefined {
  return Reflect.get(globalThis, KEY);
}

export function setPreloadMark(mark: PreloadMark): void {
  Reflect.set(globalThis, KEY, mark);
}

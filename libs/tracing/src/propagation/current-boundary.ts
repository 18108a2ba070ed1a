import type { Boundary } from './boundary.ts';

let current: Boundary | undefined;

export function setBoundary(boundary: Boundary): void {
  current = boundary;
}

/** The boundary of this process; `undefined` without the preload. */
export function currentBoundary(): Boundary | undefined {
  return current;
}

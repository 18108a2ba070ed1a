// Stands for `@mesh/tracing` in services that run without it: the same names, stock winston, and no ids.

import { log } from '../fixture/stock-log.ts';

export const createLogger = () => log;
export const currentSpanIds = () => undefined;
export const currentTraceparent = () => undefined;

export function inBackground<Result>(
  _name: string,
  _madeBy: readonly unknown[],
  work: () => Promise<Result>,
): Promise<Result> {
  return work();
}

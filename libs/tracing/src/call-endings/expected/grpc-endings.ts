import type { Ending } from '../ending.ts';
import { ANSWERED } from './answered.ts';
import { CUT_SHORT } from './cut-short.ts';
import { NEVER_ARRIVED } from './never-arrived.ts';
import { OVER_AT_ONCE } from './over-at-once.ts';
import { REFUSED } from './refused.ts';

/** The table: how gRPC calls end, and which spans that must give. */
export const GRPC_ENDINGS: readonly Ending[] = [
  ...ANSWERED,
  ...REFUSED,
  ...CUT_SHORT,
  ...OVER_AT_ONCE,
  ...NEVER_ARRIVED,
];

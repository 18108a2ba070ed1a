import type { TraceState } from '@opentelemetry/api';
import { stateOf } from './trace-state.ts';

/** Our own member of `tracestate`. Of all reasons only this one travels: the others are the root's own affair. */
const KEY = 'mesh';
const FORCED = 'reason:forced';

/** Whether a mark made the root of the trace be kept. */
export function isForced(state: TraceState | undefined): boolean {
  return state?.get(KEY) === FORCED;
}

/** The same state, with the word about force as it is now. */
export function writeForced(state: TraceState | undefined, isForced: boolean): TraceState | undefined {
  if (isForced) return state ? state.set(KEY, FORCED) : stateOf(KEY, FORCED);
  return state?.get(KEY) === undefined ? state : state.unset(KEY);
}

import type { TraceState } from '@opentelemetry/api';
import { EMPTY_TRACE_STATE, stateOf } from './trace-state.ts';

/** What consistent sampling keeps in `tracestate` (OTEP 235), as hexadecimal digits of 56 bits. */
export interface OtMember {
  /** The threshold that the trace was sampled by: 1 to 14 digits, zeros at the end left out. */
  readonly th?: string | undefined;
  /** The randomness to compare with it, where it is not the end of the trace id: 14 digits. */
  readonly rv?: string | undefined;
}

const KEY = 'ot';
const MAX_LENGTH = 256;
const TH = /^[0-9a-f]{1,14}$/;
const RV = /^[0-9a-f]{14}$/;
const NOTHING: OtMember = Object.freeze({});

/**
 * Reads the member `ot`: https://opentelemetry.io/docs/specs/otel/trace/tracestate-handling/. What is wrong in it
 * counts as not there.
 */
export function readOt(state: TraceState | undefined): OtMember {
  const text = state?.get(KEY);
  if (text === undefined) return NOTHING;
  const th = fieldOf(text, 'th:', ';th:', TH);
  const rv = fieldOf(text, 'rv:', ';rv:', RV);
  if (th === undefined) return rv === undefined ? NOTHING : { rv };
  return rv === undefined ? { th } : { th, rv };
}

/**
 * The same state with exactly these two: one that is not given is taken out. Other fields of `ot` stay where they fit
 * into its 256 characters, other members of the state in any case.
 */
export function writeOt(state: TraceState | undefined, { th, rv }: OtMember): TraceState {
  const own = th && rv ? `th:${th};rv:${rv}` : th ? `th:${th}` : rv ? `rv:${rv}` : '';
  if (!state) return own === '' ? EMPTY_TRACE_STATE : stateOf(KEY, own);
  const old = state.get(KEY)?.split(';') ?? [];
  const others = old.filter((field) => !/^(th|rv):/.test(field));
  const text = [...(own ? [own] : []), ...others].join(';');
  const value = text.length > MAX_LENGTH ? own : text;
  return value === '' ? state.unset(KEY) : state.set(KEY, value);
}

/** The value of a field: of the first one, if there are several. */
function fieldOf(text: string, first: string, later: string, shape: RegExp): string | undefined {
  const at = text.startsWith(first) ? 0 : text.indexOf(later) + 1;
  if (at === 0 && !text.startsWith(first)) return undefined;
  const end = text.indexOf(';', at);
  const value = text.slice(at + first.length, end < 0 ? text.length : end);
  return shape.test(value) ? value : undefined;
}

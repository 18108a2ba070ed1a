import type { TraceState } from '@opentelemetry/api';
import { EMPTY_TRACE_STATE } from './trace-state.ts';

/** What consistent sampling keeps in `tracestate` (OTEP 235), as hexadecimal digits of 56 bits. */
export interface OtMember {
  /** The threshold that the trace was sampled by: 1 to 14 digits, zeros at the end left out. */
  readonly th?: string;
  /** The randomness to compare with it, where it is not the end of the trace id: 14 digits. */
  readonly rv?: string;
}

const KEY = 'ot';
const MAX_LENGTH = 256;
const TH = /^[0-9a-f]{1,14}$/;
const RV = /^[0-9a-f]{14}$/;

/**
 * Reads the member `ot`: https://opentelemetry.io/docs/specs/otel/trace/tracestate-handling/. What is wrong in it
 * counts as not there.
 */
export function readOt(state: TraceState | undefined): OtMember {
  const text = state?.get(KEY);
  if (text === undefined) return {};
  const th = fieldOf(text, 'th:');
  const rv = fieldOf(text, 'rv:');
  return { ...(th && TH.test(th) && { th }), ...(rv && RV.test(rv) && { rv }) };
}

/**
 * The same state with exactly these two: one that is not given is taken out. Other fields of `ot` stay where they fit
 * into its 256 characters, other members of the state in any case.
 */
export function writeOt(state: TraceState | undefined, { th, rv }: OtMember): TraceState {
  const old = state?.get(KEY)?.split(';') ?? [];
  const others = old.filter((field) => !/^(th|rv):/.test(field));
  const own = [...(th ? [`th:${th}`] : []), ...(rv ? [`rv:${rv}`] : [])];
  const text = [...own, ...others].join(';');
  const value = text.length > MAX_LENGTH ? own.join(';') : text;
  const base = state ?? EMPTY_TRACE_STATE;
  return value === '' ? base.unset(KEY) : base.set(KEY, value);
}

function fieldOf(text: string, prefix: string): string | undefined {
  return text
    .split(';')
    .find((field) => field.startsWith(prefix))
    ?.slice(prefix.length);
}

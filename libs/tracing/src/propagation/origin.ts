import { type Context, createContextKey, type SpanContext } from '@opentelemetry/api';

/** What a request says about where it comes from, as far as it is believed; it holds for the first span made here. */
export interface Origin {
  /** The first span decides by itself whether it is sampled, whatever the flags of its parent say. */
  readonly decides: boolean;
  /** Of a trusted caller that has no trace: whether it wants one. */
  readonly sampled?: boolean;
  /** A trace id that came without a span id: the first span is the root of that trace. */
  readonly traceId?: string;
  /** What the caller wrote, where it was not 32 hexadecimal digits. */
  readonly originalId?: string;
  /** Of a caller whose ids are not taken over: the first span is linked to it. */
  readonly link?: SpanContext;
  /** Of a caller that wants this request kept, as it came: nothing of it is checked yet. */
  readonly mark?: string;
}

export const ORIGIN_KEY = createContextKey('@mesh/tracing origin');

export function setOrigin(context: Context, origin: Origin): Context {
  return context.setValue(ORIGIN_KEY, origin);
}

export function getOrigin(context: Context): Origin | undefined {
  return context.getValue(ORIGIN_KEY) as Origin | undefined;
}

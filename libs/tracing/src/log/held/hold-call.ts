import type { HrTime, Span, SpanContext } from '@opentelemetry/api';
import { capturedBy } from '../../capture/current-capture.ts';
import { now } from '../../clock.ts';
import type { Call } from '../call.ts';
import { canCopy } from './can-copy.ts';
import { HeldCall } from './held-call.ts';
import { HeldLine } from './held-line.ts';
import { sizeOfCall } from './size-of-call.ts';

/** What is larger is cut at once to what a line has room for. */
const MAX_BYTES = 4096;

/**
 * Parks a call that its logger's level excludes, for when its trace is kept. It is as it was at the call, whatever becomes of the
 * caller's objects: as a copy where that says all, or else as its line.
 *
 * @param span the active one, whose trace is captured
 */
export function holdCall(call: Call, span: Span): void {
  const captured = capturedBy(span);
  const time = now();
  const ids = span.spanContext();
  const copy = copyOf(call, time, ids);
  const bytes = copy ? sizeOfCall(copy) : Number.NaN;
  if (copy && bytes <= MAX_BYTES) captured?.park(copy, bytes);
  else {
    const line = new HeldLine(call, time, ids);
    captured?.park(line, line.bytes);
  }
}

/** @returns undefined where a copy does not say all, or throws */
function copyOf(call: Call, time: HrTime, ids: SpanContext): HeldCall | undefined {
  try {
    return canCopy(call) ? new HeldCall(call, time, ids) : undefined;
  } catch {
    return undefined;
  }
}

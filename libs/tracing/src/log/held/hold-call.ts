import type { SpanContext } from '@opentelemetry/api';
import type { CapturedTrace } from '../../capture/captured-trace.ts';
import { now } from '../../clock.ts';
import type { Call } from '../call.ts';
import { copyOfPlain } from './copy-of-plain.ts';
import { HeldCall } from './held-call.ts';
import { HeldLine } from './held-line.ts';
import { sizeOfCall } from './size-of-call.ts';

/** More text than that is cut to what a line has room for at once. */
const MAX_BYTES = 4096;

/**
 * Parks a call that its logger's level excludes, for when its trace is kept. It is as it was at the call, whatever becomes of the
 * caller's objects: as a copy where that is all there is to it, or else as its line.
 *
 * @param ids of the span that it was made in
 */
export function holdCall(call: Call, captured: CapturedTrace, ids: SpanContext): void {
  const time = now();
  const copy = copyOfPlain(call);
  const bytes = copy ? sizeOfCall(copy) : Number.NaN;
  if (copy && bytes <= MAX_BYTES) captured.park(new HeldCall(copy, time, ids), bytes);
  else {
    const line = new HeldLine(call, time, ids);
    captured.park(line, line.bytes);
  }
}

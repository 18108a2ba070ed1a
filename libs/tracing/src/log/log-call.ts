import { now } from '../clock.ts';
import { currentSpanContext } from '../trace-context.ts';
import type { Call } from './call.ts';
import { currentLogSink } from './log-sink.ts';
import { type Line, makeLine } from './make-line.ts';
import { attributesByName, canEmit, emitLine, sendLine } from './send-line.ts';

/**
 * Makes the line of a call, and sends the same as a log record if lines are sent.
 *
 * @param time of the call, as is the span that it was made in
 * @param observedTime when it was decided to write it
 */
export function logCall(call: Call, time = now(), active = currentSpanContext(), observedTime = time): Line {
  const sink = currentLogSink();
  if (sink) {
    const attributes = sink.startAttributes();
    const line = makeLine(call, time, active, attributes);
    sendLine(sink, line, call.level, time, observedTime, attributes);
    return line;
  }
  if (!canEmit()) return makeLine(call, time, active);
  const attributes = attributesByName();
  const line = makeLine(call, time, active, attributes);
  emitLine(line, call.level, time, observedTime, attributes);
  return line;
}

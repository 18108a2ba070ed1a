import type { HrTime } from '@opentelemetry/api';
import type { FlatFields } from './flat-fields.ts';
import { currentLogSink } from './log-sink.ts';
import type { Line } from './make-line.ts';
import { attributesByName, canEmit, emitLine, sendLine } from './send-line.ts';

/** Sends a line that was made before as a log record if lines are sent. @param putFields gives its fields */
export function logMadeLine(
  line: Line,
  level: string,
  time: HrTime,
  observedTime: HrTime,
  putFields: (fields: FlatFields) => void,
): void {
  const sink = currentLogSink();
  if (sink) {
    const attributes = sink.startAttributes();
    putFields(attributes);
    sendLine(sink, line, level, time, observedTime, attributes);
  } else if (canEmit()) {
    const attributes = attributesByName();
    putFields(attributes);
    emitLine(line, level, time, observedTime, attributes);
  }
}

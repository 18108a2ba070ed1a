import type { Logform } from 'winston';
import { now } from '../clock.ts';
import { currentSpanContext, formatTraceFlags } from '../trace-context.ts';
import { makeLine } from './make-line.ts';
import { readWritten } from './read-written.ts';

const MESSAGE = Symbol.for('message');

/**
 * A winston format for loggers that `createLogger` did not make: it alone makes the whole line, in the form that the lines of
 * `createLogger` have, and gives its parts `trace_id`, `span_id` and `trace_flags` to the transports. Nothing goes over OTLP.
 *
 * winston calls it when its streams get to it. Where they hold a line back, another span may be active by then.
 */
export function traceFormat(): Logform.Format {
  return {
    transform(info: Logform.TransformableInfo) {
      const call = readWritten(info, []);
      const { json, ids, message } = makeLine(call, now(), currentSpanContext());
      return {
        ...info,
        level: call.level,
        message,
        ...(ids && {
          trace_id: ids.traceId,
          span_id: ids.spanId,
          trace_flags: formatTraceFlags(ids.traceFlags),
        }),
        [MESSAGE]: json,
      };
    },
  };
}

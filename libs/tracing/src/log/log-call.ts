import type { Attributes } from '@opentelemetry/api';
import { logs, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { now } from '../clock.ts';
import { currentSpanContext } from '../trace-context.ts';
import { VERSION } from '../version.ts';
import type { Call } from './call.ts';
import { currentLogSink, type LogSink } from './log-sink.ts';
import { type Line, makeLine } from './make-line.ts';
import { severityOf } from './severity.ts';

const SCOPE = { name: '@mesh/tracing', version: VERSION };

/** Finds the provider of the preload, or of an SDK, also from a bundle, when there is one. */
const provided = logs.getLogger(SCOPE.name, SCOPE.version);

/** Makes the line of a call, and sends the same as a log record if lines are sent. */
export function logCall(call: Call): Line {
  const sink = currentLogSink();
  if (sink) return sendTo(sink, call);
  return provided.enabled() ? emit(call) : makeLine(call, now(), currentSpanContext());
}

function sendTo(sink: LogSink, call: Call): Line {
  const time = now();
  const attributes = sink.startAttributes();
  const line = makeLine(call, time, currentSpanContext(), attributes);
  sink.take({
    instrumentationScope: SCOPE,
    time,
    observedTime: time,
    severityNumber: severityOf(call.level),
    severityText: call.level,
    body: line.message,
    eventName: undefined,
    spanContext: line.ids,
    attributes,
  });
  return line;
}

function emit(call: Call): Line {
  const timestamp = now();
  const attributes: Attributes = Object.create(null);
  const add = (name: string, value: string | number | boolean) => {
    attributes[name] ??= value;
  };
  const line = makeLine(call, timestamp, currentSpanContext(), { add });
  provided.emit({
    timestamp,
    severityNumber: severityOf(call.level),
    severityText: call.level,
    body: line.message,
    attributes,
    context: line.ids ? trace.setSpanContext(ROOT_CONTEXT, line.ids) : ROOT_CONTEXT,
  });
  return line;
}

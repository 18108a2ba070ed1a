import { readLokiLines } from '../stores/loki-lines.ts';
import { readOtlpSpans } from '../stores/otlp-spans.ts';
import type { Trace } from '../trace.ts';
import { type LokiLine, lokiAnswer } from './loki.ts';
import { longAgoNs, traceId } from './order-trace.ts';
import { type OtlpSpan, otlpTrace } from './otlp.ts';

/** A made-up trace as the readers give it. */
export function readMadeUp(
  services: Readonly<Record<string, readonly OtlpSpan[]>>,
  lines: readonly LokiLine[] = [],
): Trace {
  const { spans, unreadable } = readOtlpSpans(otlpTrace(traceId, longAgoNs, services)) ?? {
    spans: [],
    unreadable: 0,
  };
  const read = readLokiLines(lokiAnswer(traceId, longAgoNs, lines))?.lines ?? [];
  return { traceId, spans, unreadable, lines: read, failures: [] };
}

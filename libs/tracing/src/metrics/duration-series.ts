import { type Attributes, type SpanContext, TraceFlags } from '@opentelemetry/api';

/**
 * The upper ends of all buckets but the last, in seconds, as the conventions ask:
 * https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverrequestduration
 */
export const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] as const;

/** A call of a bucket whose trace is kept. */
export interface Exemplar {
  context: SpanContext;
  seconds: number;
  unixMillis: number;
}

/** The calls of one operation with one outcome. Counting one makes no object. */
export class DurationSeries {
  readonly attributes: Attributes;
  readonly outcome: string | number | undefined;
  readonly errorType: string | undefined;
  /** Of each bucket by itself. */
  readonly counts = new Float64Array(BOUNDS.length + 1);
  sum = 0;
  /** Of each bucket, the newest. */
  readonly exemplars: (Exemplar | undefined)[] = Array.from(this.counts, () => undefined);

  constructor(attributes: Attributes, outcome: string | number | undefined, errorType: string | undefined) {
    this.attributes = attributes;
    this.outcome = outcome;
    this.errorType = errorType;
  }

  add(seconds: number, context: SpanContext | undefined): void {
    let bucket = 0;
    while (bucket < BOUNDS.length && seconds > (BOUNDS[bucket] as number)) bucket++;
    this.counts[bucket] = (this.counts[bucket] as number) + 1;
    this.sum += seconds;
    if (context && context.traceFlags & TraceFlags.SAMPLED) this.#keep(bucket, seconds, context);
  }

  /** In the place of the one before. */
  #keep(bucket: number, seconds: number, context: SpanContext): void {
    const kept = this.exemplars[bucket];
    const unixMillis = Date.now();
    if (kept) {
      kept.context = context;
      kept.seconds = seconds;
      kept.unixMillis = unixMillis;
    } else this.exemplars[bucket] = { context, seconds, unixMillis };
  }
}

import {
  type Attributes,
  type Context,
  INVALID_SPANID,
  isSpanContextValid,
  type SpanContext,
  trace,
} from '@opentelemetry/api';
import type { SamplingResult } from '@opentelemetry/sdk-trace';
import { getOrigin } from '../propagation/origin.ts';
import { readOt } from '../propagation/ot-member.ts';
import { requestOf } from '../request-record.ts';
import type { SamplingDocument } from './document/sampling-document.ts';
import type { SamplingEngine } from './engine/sampling-engine.ts';
import type { RequestMarks } from './request-marks.ts';
import { SamplingResults } from './sampling-results.ts';

/** Asks the engine about spans that decide by themselves, and says it as a span understands it. */
export class RootSampler {
  readonly #engine: SamplingEngine;
  readonly #marks: RequestMarks | undefined;
  readonly #results = new SamplingResults();
  /** Filled anew for each: nobody keeps it. */
  readonly #root = { operation: '', attributes: {} as Attributes, randomness: '', isForced: false };

  constructor(engine: SamplingEngine, marks: RequestMarks | undefined) {
    this.#engine = engine;
    this.#marks = marks;
  }

  configure({ default: { kind }, rules, overall }: SamplingDocument): void {
    // Where all is kept there is nothing to scale up, and each call would carry a header for it.
    this.#results.saysThreshold = kind !== 'always' || rules.length > 0 || overall !== undefined;
  }

  decide(context: Context, traceId: string, name: string, attributes: Attributes): SamplingResult {
    const now = Date.now();
    const place = trace.getSpanContext(context);
    const isFirst = isOutside(place);
    const root = this.#root;
    root.operation = name;
    root.attributes = attributes;
    const ot = readOt(place?.traceState);
    root.randomness = ot.rv ?? traceId.slice(-14);
    root.isForced = isFirst && this.#hasGoodMark(context, now);
    const verdict = this.#engine.decide(root, now);
    if (root.isForced) this.#marks?.count(verdict.by === 'forced');
    const request = isFirst ? requestOf(context) : undefined;
    // Of a message that is read within a request, too: what ends is the request.
    if (request) request.operation ??= verdict.operation;
    return this.#results.of(verdict, place?.traceState, ot);
  }

  #hasGoodMark(context: Context, now: number): boolean {
    if (!this.#marks) return false;
    const mark = getOrigin(context)?.mark;
    return mark !== undefined && this.#marks.isGood(mark, this.#root.operation, this.#root.attributes, now);
  }
}

/** Whether a span with this parent is the first one here of what it belongs to. */
function isOutside(parent: SpanContext | undefined): boolean {
  return (
    !parent || parent.isRemote === true || parent.spanId === INVALID_SPANID || !isSpanContextValid(parent)
  );
}

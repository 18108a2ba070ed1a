import type { Attributes, HrTime, Link, SpanContext, SpanKind, TimeInput } from '@opentelemetry/api';
import { type SpanStatus, SpanStatusCode } from '@opentelemetry/api';
import { hrTimeDuration, type InstrumentationScope, isTimeInput } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableSpan, TimedEvent } from '@opentelemetry/sdk-trace';
import type { CapturedTrace } from '../capture/captured-trace.ts';
import { cleanName } from './clean-name.ts';
import { SpanAttributes } from './span-attributes.ts';
import { wallTime } from './span-clock.ts';
import type { SpanScope } from './span-scope.ts';
import { toHrTime } from './to-hr-time.ts';

/** What is known of a span when it starts. */
export interface SpanStart {
  readonly name: string;
  readonly kind: SpanKind;
  readonly spanContext: SpanContext;
  readonly parent: SpanContext | undefined;
  readonly attributes: Attributes | undefined;
  readonly startTime: TimeInput | undefined;
  /** Of what this process may keep after the fact. */
  readonly captured?: CapturedTrace | undefined;
}

const UNSET: SpanStatus = Object.freeze({ code: SpanStatusCode.UNSET });

/** Most spans have neither events nor links, and thousands of them are held while they are parked: so they have these in common. */
const NONE = Object.freeze([]) as unknown as never[];
const NO_END: HrTime = [0, 0];

/** What a processor or an exporter may read of a span. */
export class SpanRecord implements ReadableSpan {
  name: string;
  readonly kind: SpanKind;
  readonly parentSpanContext?: SpanContext;
  readonly startTime: HrTime;
  endTime = NO_END;
  status = UNSET;
  ended = false;
  links: Link[] = NONE;
  events: TimedEvent[] = NONE;
  droppedLinksCount = 0;
  droppedEventsCount = 0;
  /** `attributes` in the form that costs least to encode. */
  readonly ownAttributes: SpanAttributes;
  readonly captured: CapturedTrace | undefined;
  protected readonly scope: SpanScope;
  /** The monotonic time of the start; none if the caller gave a start time. */
  protected readonly mark: number | undefined;
  readonly #spanContext: SpanContext;

  constructor(start: SpanStart, scope: SpanScope) {
    const { name, kind, spanContext, parent, attributes, startTime, captured } = start;
    this.name = cleanName(name);
    this.kind = kind;
    if (parent) this.parentSpanContext = parent;
    const mark = performance.now();
    const isGiven = isTimeInput(startTime);
    this.startTime = isGiven ? toHrTime(startTime) : wallTime(mark);
    this.mark = isGiven ? undefined : mark;
    this.ownAttributes = new SpanAttributes(attributes, scope.limits);
    this.captured = captured;
    this.scope = scope;
    this.#spanContext = spanContext;
  }

  spanContext(): SpanContext {
    return this.#spanContext;
  }

  get attributes(): Attributes {
    return this.ownAttributes.toObject();
  }

  get droppedAttributesCount(): number {
    return this.ownAttributes.dropped;
  }

  /** [-1, -1] until the span has ended, as in the SDK. */
  get duration(): HrTime {
    return this.ended ? hrTimeDuration(this.startTime, this.endTime) : [-1, -1];
  }

  get resource(): Resource {
    return this.scope.resource;
  }

  get instrumentationScope(): InstrumentationScope {
    return this.scope.instrumentationScope;
  }
}

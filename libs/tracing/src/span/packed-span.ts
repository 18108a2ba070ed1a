import type { HrTime, Link, SpanContext, SpanKind, SpanStatus, TraceState } from '@opentelemetry/api';
import { TraceFlags } from '@opentelemetry/api';
import type { TimedEvent } from '@opentelemetry/sdk-trace';
import type { Parked } from '../capture/parked.ts';
import { readOt, writeOt } from '../propagation/ot-member.ts';
import type { SpanAttributes } from './span-attributes.ts';
import { SpanRecord } from './span-record.ts';
import type { SpanScope } from './span-scope.ts';

/**
 * What is left of a span while it is parked: one object instead of eight. What is held for seconds is copied twice by the
 * garbage collector, each object by itself, which costs more than to make it.
 */
export class PackedSpan implements Parked {
  readonly #scope: SpanScope;
  readonly #name: string;
  readonly #kind: SpanKind;
  readonly #traceId: string;
  readonly #spanId: string;
  readonly #traceFlags: number;
  readonly #traceState: TraceState | undefined;
  readonly #parentId: string | undefined;
  readonly #isParentRemote: boolean;
  /** Whole numbers, which need no objects of their own. */
  readonly #startSeconds: number;
  readonly #startNanos: number;
  readonly #endSeconds: number;
  readonly #endNanos: number;
  readonly #status: SpanStatus;
  readonly #fixed: SpanAttributes['fixed'];
  readonly #list: SpanAttributes['list'];
  readonly #object: SpanAttributes['object'];
  readonly #droppedAttributes: number;
  readonly #events: TimedEvent[];
  readonly #links: Link[];
  readonly #droppedEvents: number;
  readonly #droppedLinks: number;

  /** @param span that has ended */
  constructor(span: SpanRecord, scope: SpanScope) {
    const { traceId, spanId, traceFlags, traceState } = span.spanContext();
    const { parentSpanContext: parent, ownAttributes: attributes } = span;
    this.#scope = scope;
    this.#name = span.name;
    this.#kind = span.kind;
    this.#traceId = traceId;
    this.#spanId = spanId;
    this.#traceFlags = traceFlags;
    this.#traceState = traceState;
    this.#parentId = parent?.spanId;
    this.#isParentRemote = parent?.isRemote === true;
    [this.#startSeconds, this.#startNanos] = span.startTime;
    [this.#endSeconds, this.#endNanos] = span.endTime;
    this.#status = span.status;
    this.#fixed = attributes.fixed;
    this.#list = attributes.list;
    this.#object = attributes.object;
    this.#droppedAttributes = attributes.dropped;
    this.#events = span.events;
    this.#links = span.links;
    this.#droppedEvents = span.droppedEventsCount;
    this.#droppedLinks = span.droppedLinksCount;
  }

  /** Sends it. Its flags stay what they were on the wire; nobody can say how likely it was to be kept. */
  release(reason: string, lost: number): void {
    const span = this.#unpack();
    span.ownAttributes.add('sampling.reason', reason);
    if (lost > 0) span.ownAttributes.add('sampling.partial', lost);
    const { sink } = this.#scope;
    sink?.begin();
    sink?.take(span);
  }

  #unpack(): SpanRecord {
    const startTime: HrTime = [this.#startSeconds, this.#startNanos];
    const span = new SpanRecord({ ...this.#identity(), startTime, attributes: undefined }, this.#scope);
    span.endTime = [this.#endSeconds, this.#endNanos];
    span.ended = true;
    span.status = this.#status;
    span.ownAttributes.fixed = this.#fixed;
    span.ownAttributes.list = this.#list;
    span.ownAttributes.object = this.#object;
    span.ownAttributes.dropped = this.#droppedAttributes;
    span.events = this.#events;
    span.links = this.#links;
    span.droppedEventsCount = this.#droppedEvents;
    span.droppedLinksCount = this.#droppedLinks;
    return span;
  }

  #identity() {
    const traceId = this.#traceId;
    const ids = { traceId, spanId: this.#spanId, traceFlags: this.#traceFlags };
    const traceState = withoutThreshold(this.#traceState);
    const spanContext: SpanContext = traceState ? { ...ids, traceState } : ids;
    return { name: this.#name, kind: this.#kind, spanContext, parent: this.#parent() };
  }

  /** As far as it is sent. */
  #parent(): SpanContext | undefined {
    if (this.#parentId === undefined) return undefined;
    const parent = { traceId: this.#traceId, spanId: this.#parentId, traceFlags: TraceFlags.NONE };
    return this.#isParentRemote ? { ...parent, isRemote: true } : parent;
  }
}

function withoutThreshold(traceState: TraceState | undefined): TraceState | undefined {
  if (!traceState) return undefined;
  const { th, ...others } = readOt(traceState);
  return th === undefined ? traceState : writeOt(traceState, others);
}

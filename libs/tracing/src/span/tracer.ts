import type { Context, Link, Span, SpanContext, SpanOptions, Tracer } from '@opentelemetry/api';
import {
  context as contextApi,
  INVALID_SPAN_CONTEXT,
  isSpanContextValid,
  SamplingDecision,
  SpanKind,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import type { CapturedTrace } from '../capture/captured-trace.ts';
import { capturedBy, currentCapture } from '../capture/current-capture.ts';
import { isForced } from '../propagation/mesh-member.ts';
import { getOrigin } from '../propagation/origin.ts';
import type { FollowingSampler } from '../sampling/following-sampler.ts';
import { childOf, decided } from './identities.ts';
import { lineageOf } from './lineage.ts';
import { RecordingSpan } from './recording-span.ts';
import { SilentSpan } from './silent-span.ts';
import type { SpanScope } from './span-scope.ts';
import { startActiveSpan } from './start-active-span.ts';
import { isOwn } from './valid-span-context.ts';
import { withAttributes } from './with-attributes.ts';

const NO_OPTIONS: SpanOptions = {};
const SUPPRESSED = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);

/** Starts spans; most of them are children of a span here, and have nothing to decide. */
export class MeshTracer implements Tracer {
  readonly #scope: SpanScope;
  readonly #sampler: FollowingSampler;

  constructor(scope: SpanScope, sampler: FollowingSampler) {
    this.#scope = scope;
    this.#sampler = sampler;
  }

  startSpan(name: string, options = NO_OPTIONS, context = contextApi.active()): Span {
    if (isTracingSuppressed(context)) return SUPPRESSED;
    const parent = options.root ? undefined : trace.getSpan(context);
    if (!parent || !hasDecided(parent, context) || !this.#sampler.follows?.(name))
      return this.#decide(name, options, context);
    const identity = parent.spanContext();
    const captured = identity.isRemote ? currentCapture()?.begin(identity.traceId) : capturedBy(parent);
    const isSampled = identity.traceFlags & TraceFlags.SAMPLED;
    if (!isSampled && !captured) return silent(parent, identity);
    captured?.opened(identity.isRemote === true);
    const span = this.#record(name, options, childOf(identity), identity, options.links, captured);
    if (isSampled && identity.isRemote && isForced(identity.traceState))
      span.setAttribute('sampling.reason', 'forced');
    return this.#started(span, context);
  }

  startActiveSpan(name: string, ...rest: unknown[]): never {
    return startActiveSpan(this, name, rest);
  }

  #decide(name: string, options: SpanOptions, context: Context): Span {
    const lineage = lineageOf(context, options.root === true);
    const { origin, parent } = lineage;
    const links = origin?.link ? [{ context: origin.link }, ...(options.links ?? [])] : (options.links ?? []);
    const { kind = SpanKind.INTERNAL, attributes = {} } = options;
    const result = this.#sampler.shouldSample(
      lineage.context,
      lineage.traceId,
      name,
      kind,
      attributes,
      links,
    );
    const spanContext = decided(lineage, result);
    const captured = currentCapture()?.begin(spanContext.traceId);
    if (result.decision === SamplingDecision.NOT_RECORD && !captured) return new SilentSpan(spanContext);
    captured?.opened(parent?.isRemote === true && !origin?.decides);
    const started = withAttributes(options, result.attributes);
    const span = this.#record(name, started, spanContext, parent, links, captured);
    if (origin?.originalId) span.setAttribute('mesh.trace.original_id', origin.originalId);
    return this.#started(span, context);
  }

  #record(
    name: string,
    { kind = SpanKind.INTERNAL, attributes, startTime }: SpanOptions,
    spanContext: SpanContext,
    parent: SpanContext | undefined,
    links: Link[] | undefined,
    captured: CapturedTrace | undefined,
  ): RecordingSpan {
    if (spanContext.traceFlags & TraceFlags.SAMPLED) this.#scope.sink?.begin();
    const start = { name, kind, spanContext, parent, attributes, startTime, captured };
    const span = new RecordingSpan(start, this.#scope);
    return links ? span.addLinks(links) : span;
  }

  #started(span: RecordingSpan, context: Context): Span {
    this.#scope.processors.each((processor) => processor.onStart(span, context));
    return span;
  }
}

/** Whether all is said of what becomes of a span's children: by a span here, or by a caller that is believed. */
function hasDecided(span: Span, context: Context): boolean {
  const identity = span.spanContext();
  return (isOwn(span) || isSpanContextValid(identity)) && !(identity.isRemote && getOrigin(context));
}

/** Nothing below an unsampled span is kept, so that all of it in one process can be one: no ids, no object. */
function silent(parent: Span, identity: SpanContext): Span {
  if (identity.isRemote) return new SilentSpan(childOf(identity));
  return parent.isRecording() ? new SilentSpan(identity) : parent;
}

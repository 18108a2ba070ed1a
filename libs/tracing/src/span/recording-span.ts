import type {
  AnyValue,
  Attributes,
  Exception,
  HrTime,
  Link,
  SpanStatus,
  TimeInput,
} from '@opentelemetry/api';
import { diag, SpanStatusCode, TraceFlags } from '@opentelemetry/api';
import { isTimeInput } from '@opentelemetry/core';
import type { Span } from '@opentelemetry/sdk-trace';
import { redactText } from '../redaction/redact-text.ts';
import { cleanAttributes } from './clean-attributes.ts';
import { cleanName } from './clean-name.ts';
import { createEvent } from './create-event.ts';
import { exceptionAttributes } from './exception-attributes.ts';
import { PackedSpan } from './packed-span.ts';
import { pushNewest } from './push-newest.ts';
import { sizeOfSpan } from './size-of-span.ts';
import { addMillis, wallTime } from './span-clock.ts';
import { SpanRecord } from './span-record.ts';
import { isBefore, toHrTime } from './to-hr-time.ts';

/** A span that is kept, or that may be. After its end its user changes nothing of it any more. */
export class RecordingSpan extends SpanRecord implements Span {
  isRecording(): boolean {
    return !this.ended;
  }

  setAttribute(key: string, value: AnyValue): this {
    if (!this.#isOver()) this.ownAttributes.set(key, value);
    return this;
  }

  setAttributes(attributes: Attributes): this {
    for (const key of Object.keys(attributes ?? {})) this.setAttribute(key, attributes[key]);
    return this;
  }

  /** @returns false: they are to be set one by one */
  setFixed(attributes: Attributes): boolean {
    return !this.ended && this.ownAttributes.setFixed(attributes);
  }

  addEvent(name: string, attributesOrTime?: Attributes | TimeInput, eventTime?: TimeInput): this {
    if (this.#isOver()) return this;
    const { limits } = this.scope;
    const isTime = isTimeInput(attributesOrTime);
    const time = this.#timeOf(eventTime ?? (isTime ? attributesOrTime : undefined));
    const event = createEvent(name, time, isTime ? undefined : attributesOrTime, limits);
    if (this.events.length === 0) this.events = [];
    this.droppedEventsCount += pushNewest(this.events, event, limits.eventCountLimit);
    return this;
  }

  recordException(exception: Exception, time?: TimeInput): void {
    const attributes = exceptionAttributes(exception);
    if (attributes) this.addEvent('exception', attributes, time);
    else diag.warn('An exception that says nothing was not recorded.');
  }

  addLink({ context, attributes }: Link): this {
    if (this.#isOver()) return this;
    const { limits } = this.scope;
    const cleaned = cleanAttributes(attributes, {
      attributeCountLimit: limits.attributePerLinkCountLimit,
      attributeValueLengthLimit: limits.attributeValueLengthLimit,
    });
    if (this.links.length === 0) this.links = [];
    this.droppedLinksCount += pushNewest(this.links, { context, ...cleaned }, limits.linkCountLimit);
    return this;
  }

  addLinks(links: Link[]): this {
    for (const link of links) this.addLink(link);
    return this;
  }

  /** OK is final, UNSET changes nothing: https://opentelemetry.io/docs/specs/otel/trace/api/#set-status. */
  setStatus({ code, message }: SpanStatus): this {
    if (this.#isOver() || code === SpanStatusCode.UNSET || this.status.code === SpanStatusCode.OK)
      return this;
    const saysWhy = code === SpanStatusCode.ERROR && typeof message === 'string';
    this.status = saysWhy ? { code, message: redactText(message) } : { code };
    return this;
  }

  updateName(name: string): this {
    if (!this.#isOver()) this.name = cleanName(name);
    return this;
  }

  end(time?: TimeInput): void {
    if (this.#isOver()) return;
    const end = this.#timeOf(time);
    this.endTime = isBefore(end, this.startTime) ? this.startTime : end;
    const { processors, sink } = this.scope;
    processors.each((processor) => processor.onEnding?.(this));
    this.ended = true;
    processors.each((processor) => processor.onEnd(this));
    // After the processors, so that what one of them takes out of the span is not sent.
    if (this.spanContext().traceFlags & TraceFlags.SAMPLED) sink?.take(this);
    else this.captured?.park(new PackedSpan(this, this.scope), sizeOfSpan(this));
    this.captured?.closed();
  }

  /** Without a time of the caller: the monotonic one since the start, whatever the wall clock did in between. */
  #timeOf(time: TimeInput | undefined): HrTime {
    if (isTimeInput(time)) return toHrTime(time);
    const now = performance.now();
    return this.mark === undefined ? wallTime(now) : addMillis(this.startTime, now - this.mark);
  }

  #isOver(): boolean {
    if (this.ended) diag.warn(`The span ${this.name} has ended: a change to it is lost.`);
    return this.ended;
  }
}

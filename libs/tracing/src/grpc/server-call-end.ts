import type { OutgoingHttpHeaders } from 'node:http2';
import type { Span } from '@opentelemetry/api';
import type { CapturedTrace } from '../capture/captured-trace.ts';
import { capturedBy } from '../capture/current-capture.ts';
import { isSlow } from '../capture/is-slow.ts';
import { isTrigger, type Trigger } from '../capture/trigger.ts';
import { rpcServer } from '../metrics/current-durations.ts';
import { endRequest, type RequestRecord } from '../request-record.ts';
import { endWithStatus } from './end-with-status.ts';
import { isFailure } from './is-failure.ts';
import { isServerError } from './is-server-error.ts';
import type { Operation } from './operations.ts';
import type { StatusName } from './status-name.ts';

/** What is to be said when a call of a server ends, and is said once. */
export class ServerCallEnd {
  readonly captured: CapturedTrace | undefined;
  readonly #span: Span;
  readonly #operation: Operation;
  readonly #isUnary: boolean;
  readonly #request: RequestRecord | undefined;
  readonly #startedAt = performance.now();
  isOpen = true;

  constructor(span: Span, operation: Operation, isUnary: boolean, request: RequestRecord | undefined) {
    this.captured = capturedBy(span);
    this.#span = span;
    this.#operation = operation;
    this.#isUnary = isUnary;
    this.#request = request;
  }

  /** Milliseconds since the start. */
  elapsed(): number {
    return performance.now() - this.#startedAt;
  }

  /** Whether the trace is worth keeping for this. Before the end, as the trailers say it. A stream takes as long as it is wanted. */
  judge(status: StatusName): void {
    const trigger = this.#triggerOf(status);
    if (trigger) this.captured?.trigger(trigger);
  }

  /** The same where the caller has given up, and may say by itself what it makes of that. */
  judgeLater(status: StatusName): void {
    const trigger = this.#triggerOf(status);
    if (trigger) this.captured?.triggerLater(trigger);
  }

  #triggerOf(status: StatusName): Trigger | undefined {
    const { captured } = this;
    if (!captured || captured.verdict !== undefined) return undefined;
    if (isTrigger(status)) return status;
    return this.#isUnary && isSlow(this.#operation.name, this.elapsed()) ? 'slow' : undefined;
  }

  end(status: StatusName, trailers: OutgoingHttpHeaders): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    const span = this.#span;
    const isError = isServerError(status);
    const errorType = isError ? status : undefined;
    const millis = this.elapsed();
    rpcServer.record(this.#operation.attributes, status, errorType, millis / 1000, span.spanContext());
    endRequest(this.#request, isFailure(status), millis);
    if (span.isRecording()) endWithStatus(span, status, isError, isError ? messageOf(trailers) : '');
  }
}

/** As it was before grpc-js percent-encoded it for the wire. */
function messageOf({ 'grpc-message': message }: OutgoingHttpHeaders): string {
  try {
    return decodeURI(String(message ?? ''));
  } catch {
    return String(message);
  }
}

import type { ServerResponse } from 'node:http';
import { type Attributes, type Span, SpanStatusCode } from '@opentelemetry/api';
import { capturedBy } from '../capture/current-capture.ts';
import { isSlow } from '../capture/is-slow.ts';
import { httpServer } from '../metrics/current-durations.ts';
import { endRequest, type RequestRecord } from '../request-record.ts';

/** What is to be said when a request of a server ends, and is said once. */
export class ServerEnd {
  readonly #span: Span;
  readonly #operation: string;
  readonly #attributes: Attributes;
  readonly #response: ServerResponse;
  readonly #request: RequestRecord | undefined;
  readonly #startedAt = performance.now();
  #isOpen = true;

  /** @param operation the name that the span starts with @param attributes that it starts with */
  constructor(
    span: Span,
    operation: string,
    attributes: Attributes,
    response: ServerResponse,
    request: RequestRecord | undefined,
  ) {
    this.#span = span;
    this.#operation = operation;
    this.#attributes = attributes;
    this.#response = response;
    this.#request = request;
  }

  /** @param cut why the answer did not go out, if it did not; neither is known to be the server's fault */
  closed(cut: string): void {
    const { writableFinished, statusCode, errored, headersSent } = this.#response;
    if (!this.#isOpen) return;
    const isKept = headersSent && this.#span.isRecording();
    if (isKept) this.#span.setAttribute('http.response.status_code', statusCode);
    if (errored && !isOfClient(errored, this.#response)) {
      // The server cut it off by itself, as a handler does that throws.
      this.failed(errored);
      return;
    }
    if (statusCode >= 500 && isKept) this.#span.setStatus({ code: SpanStatusCode.ERROR });
    if (!writableFinished) this.#end(cut, false);
    else this.#end(statusCode >= 500 ? String(statusCode) : undefined, statusCode >= 500);
  }

  failed(error: unknown): void {
    if (!this.#isOpen) return;
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (this.#span.isRecording()) {
      this.#span.recordException(error instanceof Error ? error : String(error));
      this.#span.setStatus({ code: SpanStatusCode.ERROR, message });
    }
    this.#end(name, true);
  }

  #end(errorType: string | undefined, isFailed: boolean): void {
    this.#isOpen = false;
    const { headersSent, statusCode } = this.#response;
    const status = headersSent ? statusCode : undefined;
    const millis = performance.now() - this.#startedAt;
    httpServer.record(this.#attributes, status, errorType, millis / 1000, this.#span.spanContext());
    endRequest(this.#request, isFailed, millis);
    this.#judge(isFailed || (status !== undefined && status >= 500), millis);
    if (!this.#span.isRecording()) return;
    if (errorType !== undefined) this.#span.setAttribute('error.type', errorType);
    this.#span.end();
  }

  /** Whether the trace is worth keeping for this, though the client may have left. */
  #judge(isFailed: boolean, millis: number): void {
    const captured = capturedBy(this.#span);
    if (!captured || captured.verdict !== undefined) return;
    if (isFailed) captured.trigger('http_5xx');
    else if (isSlow(this.#operation, millis)) captured.trigger('slow');
  }
}

/**
 * Whether an answer was cut off because the client has left: by the error of its request, which a pipeline hands on, or
 * by that with which Node destroys an answer that waits behind another one. Calls of our own that are cut off have the
 * same error, and whoever passes it on to his client has cut off the answer by himself.
 */
function isOfClient(error: NodeJS.ErrnoException, { req, socket }: ServerResponse): boolean {
  if (error === req.errored) return true;
  return socket === null && error.code === 'ECONNRESET' && error.message === 'aborted';
}

import type { OutgoingHttpHeaders } from 'node:http2';
import type { Attributes, Span } from '@opentelemetry/api';
import { rpcServer } from '../metrics/current-durations.ts';
import { endRequest, type RequestRecord } from '../request-record.ts';
import { endWithStatus } from './end-with-status.ts';
import { isFailure } from './is-failure.ts';
import { isServerError } from './is-server-error.ts';
import type { StatusName } from './status-name.ts';

/** What is to be said when a call of a server ends, and is said once. */
export class ServerCallEnd {
  readonly #span: Span;
  readonly #operation: Attributes;
  readonly #request: RequestRecord | undefined;
  readonly #startedAt = performance.now();
  isOpen = true;

  /** @param operation the attributes of the method, the same for each call */
  constructor(span: Span, operation: Attributes, request: RequestRecord | undefined) {
    this.#span = span;
    this.#operation = operation;
    this.#request = request;
  }

  /** Milliseconds since the start. */
  elapsed(): number {
    return performance.now() - this.#startedAt;
  }

  end(status: StatusName, trailers: OutgoingHttpHeaders): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    const span = this.#span;
    const isError = isServerError(status);
    const errorType = isError ? status : undefined;
    const millis = this.elapsed();
    rpcServer.record(this.#operation, status, errorType, millis / 1000, span.spanContext());
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

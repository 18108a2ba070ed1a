import type { InterceptingCall, StatusObject } from '@grpc/grpc-js';
import type { Span } from '@opentelemetry/api';
import { capturedBy } from '../capture/current-capture.ts';
import { rpcClient } from '../metrics/current-durations.ts';
import { setFixed } from '../span/set-fixed.ts';
import { takeVerdict } from './carried-verdict.ts';
import { endWithStatus } from './end-with-status.ts';
import { failSpan } from './fail-span.ts';
import { isRetried } from './failed-below.ts';
import { judgeClientCall } from './judge-client-call.ts';
import type { Operation } from './operations.ts';
import { peerAttributes } from './peer-attributes.ts';
import { statusName } from './status-name.ts';

/** grpc-js tells its user that a call without its one answer failed so, though the server says OK. */
const UNIMPLEMENTED = 12;

/** What is to be said when a call of a client ends, and is said once. */
export class ClientCallEnd {
  readonly span: Span;
  readonly #operation: Operation;
  readonly #startedAt = performance.now();
  /** From the start where there can be any number of answers, none among them. */
  isAnswered: boolean;
  /** Attempts before the one that is answered failed. */
  isRetried = false;
  readonly #isInMesh: boolean;
  #isOpen = true;

  constructor(span: Span, operation: Operation, isStream: boolean, isInMesh: boolean) {
    this.span = span;
    this.#operation = operation;
    this.isAnswered = isStream;
    this.#isInMesh = isInMesh;
  }

  /** The first status is the one that counts. */
  end(ended: StatusObject, call: Pick<InterceptingCall, 'getPeer'>): void {
    // Before the span ends: where its trace is kept, it need not be parked.
    this.#judge(ended, call);
    if (!this.#isOpen) return;
    const { code: received, details } = ended;
    const code = received === 0 && !this.isAnswered ? UNIMPLEMENTED : received;
    const status = statusName(code);
    this.#close(status, code === 0 ? undefined : status);
    if (!this.span.isRecording()) return;
    setFixed(this.span, peerAttributes(call.getPeer()));
    endWithStatus(this.span, status, code !== 0, details);
  }

  /** The call threw where it was made. */
  fail(error: unknown): void {
    if (!this.#isOpen) return;
    this.#close(undefined, error instanceof Error ? error.name : 'Error');
    capturedBy(this.span)?.trigger('UNKNOWN');
    if (this.span.isRecording()) failSpan(this.span, error);
  }

  #judge(status: StatusObject, call: Pick<InterceptingCall, 'getPeer'>): void {
    const heard = takeVerdict(status.metadata);
    const captured = capturedBy(this.span);
    if (!captured) return;
    const isInMesh = this.#isInMesh;
    this.isRetried ||= isInMesh && isRetried(status.metadata);
    judgeClientCall(captured, { status, call, isInMesh, isRetried: this.isRetried, heard });
  }

  #close(status: string | undefined, errorType: string | undefined): void {
    this.#isOpen = false;
    const seconds = (performance.now() - this.#startedAt) / 1000;
    rpcClient.record(this.#operation.attributes, status, errorType, seconds, this.span.spanContext());
  }
}

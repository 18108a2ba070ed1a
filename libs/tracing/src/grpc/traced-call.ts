import type { InterceptingCall, InterceptingListener, Metadata, StatusObject } from '@grpc/grpc-js';
import { type Context, context, type Span, trace } from '@opentelemetry/api';
import { capturedBy } from '../capture/current-capture.ts';
import type { Boundary } from '../propagation/boundary.ts';
import { failBelow } from '../request-record.ts';
import { sendVerdict } from './carried-verdict.ts';
import type { ClientCallEnd } from './client-call-end.ts';
import { hasFailed, isRetried } from './failed-below.ts';
import { writeContext } from './write-context.ts';

/** What grpc-js asks of a call; it does not export its name. */
type Call = Pick<InterceptingCall, keyof InterceptingCall>;

/** What the calls over a channel have in common. */
export interface CallPlace {
  readonly boundary: Boundary;
  /** Which a call can go to. */
  readonly hosts: readonly string[];
  /** All of the hosts are in it. */
  readonly isInMesh: boolean;
}

/** Stands before a call and before its listener. One object for both, for a call's cost. */
export class TracedCall implements Call, InterceptingListener {
  readonly #call: Call;
  readonly #span: Span;
  /** Where the call was made, and its user's functions run: their next call is then a sibling of this one. */
  readonly #caller: Context;
  readonly #place: CallPlace;
  readonly #end: ClientCallEnd;
  #listener: Partial<InterceptingListener> | undefined;

  constructor(call: Call, end: ClientCallEnd, caller: Context, place: CallPlace) {
    this.#call = call;
    this.#span = end.span;
    this.#caller = caller;
    this.#place = place;
    this.#end = end;
  }

  /** With the ids of the span in a copy: the metadata is the caller's, who may use it for other calls. */
  start(metadata: Metadata, listener?: Partial<InterceptingListener>): void {
    this.#listener = listener;
    const { boundary, hosts, isInMesh } = this.#place;
    const sent = metadata.clone();
    writeContext(boundary, this.#sentContext(), hosts, sent);
    if (isInMesh) sendVerdict(capturedBy(this.#span), sent);
    try {
      this.#call.start(sent, this);
    } catch (error) {
      this.#end.fail(error);
      throw error;
    }
  }

  #sentContext(): Context {
    const caller = this.#caller;
    // Below an unsampled span it is the same one.
    return trace.getSpan(caller) === this.#span ? caller : trace.setSpan(caller, this.#span);
  }

  onReceiveMetadata(metadata: Metadata): void {
    if (this.#place.isInMesh && isRetried(metadata)) {
      this.#end.isRetried = true;
      failBelow(this.#caller);
    }
    this.#tell(this.#listener?.onReceiveMetadata, metadata);
  }

  onReceiveMessage(message: unknown): void {
    // grpc-js says null where no answer came.
    if (message !== null) this.#end.isAnswered = true;
    this.#tell(this.#listener?.onReceiveMessage, message);
  }

  onReceiveStatus(status: StatusObject): void {
    this.#end.end(status, this.#call);
    if (hasFailed(status, this.#place.isInMesh)) failBelow(this.#caller);
    this.#tell(this.#listener?.onReceiveStatus, status);
  }

  /** Nearly always the caller's context is active by itself: not in a call that had to wait for its connection. */
  #tell<Value>(listen: ((value: Value) => void) | undefined, value: Value): void {
    if (!listen) return;
    if (context.active() === this.#caller) listen.call(this.#listener, value);
    else context.with(this.#caller, listen, this.#listener, value);
  }

  sendMessageWithContext(...args: Parameters<Call['sendMessageWithContext']>): void {
    this.#call.sendMessageWithContext(...args);
  }

  sendMessage(message: unknown): void {
    this.#call.sendMessage(message);
  }

  startRead(): void {
    this.#call.startRead();
  }

  halfClose(): void {
    this.#call.halfClose();
  }

  cancelWithStatus(...args: Parameters<Call['cancelWithStatus']>): void {
    this.#call.cancelWithStatus(...args);
  }

  getPeer(): string {
    return this.#call.getPeer();
  }

  getAuthContext(): ReturnType<Call['getAuthContext']> {
    return this.#call.getAuthContext();
  }
}

import type { InterceptingCall, InterceptingListener, Metadata, StatusObject } from '@grpc/grpc-js';
import type { Span } from '@opentelemetry/api';
import type { ContextScope } from './context-scope.ts';
import { endWithStatus } from './end-with-status.ts';
import { failSpan } from './fail-span.ts';
import { peerAttributes } from './peer-attributes.ts';
import { statusName } from './status-name.ts';

/** grpc-js tells its user that a call without its one answer failed so, though the server says OK. */
const UNIMPLEMENTED = 12;

export interface ClientCall {
  readonly call: InterceptingCall;
  readonly span: Span;
  /** Where the call was made, and its user's functions run: their next call is then a sibling of this one. */
  readonly scope: ContextScope;
  readonly listener: InterceptingListener;
  /** Whether there can be any number of answers, none among them. */
  readonly isStream: boolean;
}

/** Stands before the listener of a call and ends the span with its first status. One object a call, for its cost. */
export class ClientListener implements InterceptingListener {
  readonly #call: ClientCall;
  #isAnswered: boolean;
  #isOpen: boolean;

  constructor(call: ClientCall) {
    this.#call = call;
    this.#isAnswered = call.isStream;
    this.#isOpen = call.span.isRecording();
  }

  onReceiveMetadata(metadata: Metadata): void {
    const { scope, listener } = this.#call;
    scope.enter(listener, listener.onReceiveMetadata, metadata);
  }

  onReceiveMessage(message: unknown): void {
    const { scope, listener } = this.#call;
    // grpc-js says null where no answer came.
    if (message !== null) this.#isAnswered = true;
    scope.enter(listener, listener.onReceiveMessage, message);
  }

  onReceiveStatus(status: StatusObject): void {
    const { scope, listener } = this.#call;
    if (this.#close()) this.#end(status);
    scope.enter(listener, listener.onReceiveStatus, status);
  }

  fail(error: unknown): void {
    if (this.#close()) failSpan(this.#call.span, error);
  }

  #close(): boolean {
    const wasOpen = this.#isOpen;
    this.#isOpen = false;
    return wasOpen;
  }

  #end({ code: received, details }: StatusObject): void {
    const { call, span } = this.#call;
    span.setAttributes(peerAttributes(call.getPeer()));
    const code = received === 0 && !this.#isAnswered ? UNIMPLEMENTED : received;
    endWithStatus(span, statusName(code), code !== 0, details);
  }
}

import type { Metadata, ServerInterceptingCallInterface } from '@grpc/grpc-js';
import type { ContextScope } from './context-scope.ts';

/** What a call tells of; grpc-js does not export its name. */
type Listener = Parameters<ServerInterceptingCallInterface['start']>[0];

/** Runs a server's interceptors and handlers in the context of their call: by itself it is that of the connection. */
export class ServerListener implements Listener {
  readonly #scope: ContextScope;
  readonly #listener: Listener;

  constructor(scope: ContextScope, listener: Listener) {
    this.#scope = scope;
    this.#listener = listener;
  }

  onReceiveMetadata(metadata: Metadata): void {
    this.#scope.enter(this.#listener, this.#listener.onReceiveMetadata, metadata);
  }

  onReceiveMessage(message: unknown): void {
    this.#scope.enter(this.#listener, this.#listener.onReceiveMessage, message);
  }

  onReceiveHalfClose(): void {
    this.#scope.enter(this.#listener, this.#listener.onReceiveHalfClose, undefined);
  }

  onCancel(): void {
    this.#scope.enter(this.#listener, this.#listener.onCancel, undefined);
  }
}

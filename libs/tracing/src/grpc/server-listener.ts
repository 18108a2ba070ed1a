import type { Metadata, ServerInterceptingCallInterface } from '@grpc/grpc-js';
import type { Context } from '@opentelemetry/api';
import { inContext } from './in-context.ts';

/** What a call tells of; grpc-js does not export its name. */
type Listener = Parameters<ServerInterceptingCallInterface['start']>[0];

/** Runs a server's interceptors and handlers in the context of their call: by itself it is that of the connection. */
export class ServerListener implements Listener {
  readonly #context: Context;
  readonly #listener: Listener;

  constructor(context: Context, listener: Listener) {
    this.#context = context;
    this.#listener = listener;
  }

  onReceiveMetadata(metadata: Metadata): void {
    inContext(this.#context, this.#listener, this.#listener.onReceiveMetadata, metadata);
  }

  onReceiveMessage(message: unknown): void {
    inContext(this.#context, this.#listener, this.#listener.onReceiveMessage, message);
  }

  onReceiveHalfClose(): void {
    inContext(this.#context, this.#listener, this.#listener.onReceiveHalfClose, undefined);
  }

  onCancel(): void {
    inContext(this.#context, this.#listener, this.#listener.onCancel, undefined);
  }
}

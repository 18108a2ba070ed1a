import type * as grpc from '@grpc/grpc-js';

/** A call at the server, of whichever kind. */
export interface Answering {
  readonly metadata: grpc.Metadata;
  /** Tells the client that the handler runs. */
  greet(): void;
  /** Sends a message, where the answer is a stream. */
  send(message: string): void;
  /** Answers OK: with the message, or by the end of the stream. */
  finish(message: string): void;
  fail(code: grpc.status): void;
  /** Destroys the stream of the answer. */
  destroy(): void;
}

/** Answers after the client's stream, if it sends one. */
export function answering(
  call: grpc.ServerUnaryCall<string, string> | grpc.ServerReadableStream<string, string>,
  respond: grpc.sendUnaryData<string>,
): Answering {
  return {
    metadata: call.metadata,
    greet: () => call.sendMetadata(call.metadata.clone()),
    send: () => {},
    finish: (message) => afterRequest(call, () => respond(null, message)),
    fail: (code) => respond({ code, details: 'as told' }),
    destroy: () => {},
  };
}

export function answeringStream(
  call: grpc.ServerWritableStream<string, string> | grpc.ServerDuplexStream<string, string>,
): Answering {
  return {
    metadata: call.metadata,
    greet: () => call.sendMetadata(call.metadata.clone()),
    send: (message) => call.write(message),
    finish: (message) =>
      afterRequest(call, () => {
        call.write(message);
        call.end();
      }),
    fail: (code) => call.emit('error', { code, details: 'as told' }),
    destroy: () => call.destroy(new Error('as told')),
  };
}

function afterRequest(call: object, then: () => void): void {
  if ('read' in call) (call as NodeJS.ReadableStream).on('data', () => {}).on('end', then);
  else then();
}

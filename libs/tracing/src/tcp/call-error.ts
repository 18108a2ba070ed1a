/**
 * - `unknown_operation`: the server has none of that name.
 * - `failed`: its handler failed; why stays with the server.
 * - `bad_frame`: what one side sent is no frame, or too large for the other.
 * - `timeout`: no answer in time.
 * - `connection_lost`: the connection ended, or was never there.
 */
export type CallFailure = RemoteFailure | 'timeout' | 'connection_lost';

/** What a server says in a frame of kind failure. */
export type RemoteFailure = 'unknown_operation' | 'failed' | 'bad_frame';

/** Why a call has no answer. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly reason: CallFailure;

  constructor(reason: CallFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

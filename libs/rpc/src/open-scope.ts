import { type ServerUnaryCall, status } from '@grpc/grpc-js';
import { RpcError } from './rpc-error.ts';
import type { Scope } from './scope.ts';

export interface OpenScope extends Scope {
  /** Lets go of the timer and of `stopping`; the signal stays as it is. */
  close(): void;
}

export interface ScopeOptions {
  /** The most time that a call gets, whatever its caller asks: work without an end is work that nobody waits for. */
  readonly maxTimeMs: number;
  /** Aborts when the server stops, for calls that would never end by themselves. */
  readonly stopping?: AbortSignal;
  readonly faults?: string | undefined;
}

type ServerCall = Pick<ServerUnaryCall<unknown, unknown>, 'getDeadline' | 'once'>;

/**
 * The time a call travels: its deadline began that much earlier at the caller, who gives it up that much earlier.
 */
const wireMs = 50;

/** setTimeout takes no more; a longer deadline is as good as none. */
const maxTimerMs = 2 ** 31 - 1;

/** The scope of a call that a server has accepted. The abort reason is the RpcError to answer with. */
export function openScope(call: ServerCall, { maxTimeMs, stopping, faults }: ScopeOptions): OpenScope {
  const controller = new AbortController();
  const abort = (code: status, message: string) => controller.abort(new RpcError(code, message));
  const pass = () => abort(status.DEADLINE_EXCEEDED, 'the deadline passed before the call was finished');
  const stop = () => abort(status.UNAVAILABLE, 'the server is stopping');

  const deadline = Math.min(Number(call.getDeadline()), Date.now() + maxTimeMs);
  const wait = deadline - Date.now();
  const timer = wait <= maxTimerMs ? setTimeout(pass, wait) : undefined;
  // grpc-js emits this at the end of every call, also when its own deadline timer fired first.
  call.once('cancelled', () => {
    if (Date.now() >= deadline - wireMs) pass();
    else abort(status.CANCELLED, 'the caller went away');
  });
  stopping?.addEventListener('abort', stop);
  const close = () => {
    clearTimeout(timer);
    stopping?.removeEventListener('abort', stop);
  };
  return { signal: controller.signal, deadline, faults, close };
}

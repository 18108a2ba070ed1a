import { AsyncResource } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import { status } from '@grpc/grpc-js';
import type { Log } from './log.ts';
import type { RpcError } from './rpc-error.ts';

/**
 * Starts the clock of a call; the returned function writes its one completion line, and before it
 * the whole of an error that nobody foresaw. It runs `answer` and itself in the context of the
 * start, so that lines and spans belong to the call even where an event of the socket ends it.
 */
export function completionLine(log: Log, method: string) {
  // A snapshot of AsyncLocalStorage does the same in fifty times the time.
  const context = new AsyncResource('GrpcCall');
  const start = performance.now();
  return (error: RpcError | undefined, answer: () => void) =>
    context.runInAsyncScope(() => {
      if (error?.code === status.INTERNAL && error.cause !== undefined) {
        log.error('unexpected error', { 'rpc.method': method, error: error.cause });
      }
      log.info('call finished', {
        'rpc.method': method,
        'rpc.status_code': error?.status ?? 'OK',
        ...(error?.details.reason !== undefined && { 'error.reason': error.details.reason }),
        // What the caller is not told: which socket, which database.
        ...(error?.cause instanceof Error && { 'error.cause': error.cause.message }),
        duration_ms: Math.round((performance.now() - start) * 100) / 100,
      });
      answer();
    });
}

import { status } from '@grpc/grpc-js';
import type { Log } from './log.ts';

/** Writes the one line of a call that ends before any handler gets it. */
export function earlyEndLine(log: Log, method: object, code: status, detail: string): void {
  log.warn('call ended before its handler', { ...method, 'rpc.status_code': status[code], detail });
}

import type { Span } from './span.ts';

/** True for the caller's side of a remote call of one service to another. */
export function isCall({ kind, attributes }: Span): boolean {
  return kind === 'CLIENT' && ('rpc.system' in attributes || 'rpc.system.name' in attributes);
}

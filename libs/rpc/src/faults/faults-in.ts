import type { Metadata } from '@grpc/grpc-js';
import { faultsHeader } from './faults-header.ts';

/**
 * The faults that a call brings, not read yet. None where grpc-js tries the call again: what was asked for has
 * happened to the first attempt (gRPC proposal A6 has the key).
 */
export function faultsIn(metadata: Metadata): string | undefined {
  const given = metadata.get(faultsHeader);
  if (given.length === 0 || metadata.get('grpc-previous-rpc-attempts').length > 0) return undefined;
  return given.join(',');
}

import type { Metadata } from '@grpc/grpc-js';

/**
 * The map behind metadata, by lower-case names: its own methods look at each character of a name, at each use.
 *
 * @returns undefined where this version of grpc-js has none
 */
export function entriesOf(metadata: Metadata): Map<string, unknown[]> | undefined {
  const { internalRepr } = metadata as unknown as { internalRepr?: unknown };
  return internalRepr instanceof Map ? internalRepr : undefined;
}

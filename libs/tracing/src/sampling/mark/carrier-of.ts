import type { Carrier } from './mark-claim.ts';

const SYSTEMS: ReadonlyMap<unknown, Carrier> = new Map([
  ['grpc', 'grpc'],
  ['mtcp', 'tcp'],
]);

/**
 * What a request came by, from what its span starts with: that is written by our instrumentations, where a caller
 * could choose a header. The stock instrumentation of gRPC says nothing, so that a mark counts for nothing there.
 */
export function carrierOf(attributes: Readonly<Record<string, unknown>>): Carrier | undefined {
  if (attributes['http.request.method'] !== undefined) return 'http';
  return SYSTEMS.get(attributes['rpc.system.name']);
}

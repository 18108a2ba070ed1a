import { isIP } from 'node:net';
import type { Attributes } from '@opentelemetry/api';
import { splitHostPort } from './split-host-port.ts';

/**
 * The attributes of what grpc-js says of the other end: `127.0.0.1:50051`, `[::1]:50051` or a socket's path.
 * A call that no connection was found for names its target there, or nothing: none.
 */
export function peerAttributes(peer: string): Attributes | undefined {
  if (peer.startsWith('/')) return { 'network.peer.address': peer };
  const { host, port } = splitHostPort(peer);
  if (isIP(host) === 0 || port === undefined) return undefined;
  return { 'network.peer.address': host, 'network.peer.port': port };
}

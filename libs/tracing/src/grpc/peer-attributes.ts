import { isIP } from 'node:net';
import type { Attributes } from '@opentelemetry/api';
import { splitHostPort } from './split-host-port.ts';

/** More servers than a program talks to; beyond that, each is read anew. */
const MAX_PEERS = 1000;

const peers = new Map<string, Attributes>();

/**
 * The attributes of what grpc-js says of the other end: `127.0.0.1:50051`, `[::1]:50051` or a socket's path.
 * A call that found no connection names its target there, or nothing: none.
 */
export function peerAttributes(peer: string): Attributes {
  const known = peers.get(peer);
  if (known) return known;
  const read = readPeer(peer);
  if (peers.size < MAX_PEERS) peers.set(peer, read);
  return read;
}

/** Whether that is the address of a connection over TCP. */
export function isConnected(peer: string): boolean {
  return peerAttributes(peer)['network.peer.port'] !== undefined;
}

function readPeer(peer: string): Attributes {
  if (peer.startsWith('/')) return Object.freeze({ 'network.peer.address': peer });
  const { host, port } = splitHostPort(peer);
  if (isIP(host) === 0 || port === undefined) return {};
  return Object.freeze({ 'network.peer.address': host, 'network.peer.port': port });
}

import { BlockList, isIPv4, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Whether a call comes from a process of this machine, or of this container or pod.
 *
 * @param peer as grpc-js names it: `127.0.0.1:4711`, `::1:4711`, `::ffff:127.0.0.1:4711`
 */
export function isFromHere(peer: string): boolean {
  const address = peer.slice(0, peer.lastIndexOf(':'));
  if (isIPv4(address)) return loopback.check(address, 'ipv4');
  return isIPv6(address) && loopback.check(address, 'ipv6');
}

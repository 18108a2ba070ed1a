import { BlockList, isIPv4, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Whether this is an address of loopback: the place of a process of this machine, or of this container or pod.
 *
 * @param place a peer as grpc-js names it (`127.0.0.1:4711`, `::1:4711`, `::ffff:127.0.0.1:4711`) or what a caller calls
 *   (`localhost:50050`, `[::1]:50050`)
 */
export function isHere(place: string): boolean {
  const address = place.slice(0, place.lastIndexOf(':')).replace(/^\[(.*)\]$/, '$1');
  if (address === 'localhost') return true;
  if (isIPv4(address)) return loopback.check(address, 'ipv4');
  return isIPv6(address) && loopback.check(address, 'ipv6');
}

/** An IPv4 address as such, also from a socket that listens for IPv6 and gives it as `::ffff:127.0.0.1`. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}

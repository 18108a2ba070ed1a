/** `host:port` under which something is reached that listens on `host`: on all addresses means on loopback too. */
export function reachable(host: string, port: number): string {
  return `${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
}

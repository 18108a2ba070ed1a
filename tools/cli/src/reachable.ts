/** `host:port` under which something is reached that listens on `host`: on all addresses means on loopback too. */
export function reachable(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Where a server is reached: a name or an IP address without brackets, and its port if it was said. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number | undefined;
}

/** The longest name that DNS has, RFC 1035, section 2.3.4. */
const MAX_LENGTH = 255;

const AUTHORITY = /^(?:\[([0-9a-f:.]+)\]|([^:/?#@[\]\s]+))(?::(\d{1,5}))?$/i;

/** Takes `host`, `host:port`, `[::1]` and `[::1]:port` apart; `undefined` for anything else. */
export function splitHost(authority: string): HostAndPort | undefined {
  const match = authority.length <= MAX_LENGTH + ':65535'.length ? AUTHORITY.exec(authority) : null;
  if (!match) return undefined;
  const [, ipv6, name = '', port] = match;
  return { host: ipv6 ?? name, port: port === undefined ? undefined : Number(port) };
}

/** A name or an IP address without brackets, and the port if one was named. */
export interface HostPort {
  readonly host: string;
  readonly port: number | undefined;
}

const BRACKETED = /^\[([^\]]*:[^\]]*)\](?::(\d+))?$/;
const PLAIN = /^([^:]*)(?::(\d+))?$/;

/** Reads `host`, `host:1`, `::1`, `[::1]` and `[::1]:1`; what is none of these counts as a host. */
export function splitHostPort(text: string): HostPort {
  const [, host = text, port] = BRACKETED.exec(text) ?? PLAIN.exec(text) ?? [];
  return { host, port: port === undefined ? undefined : Number(port) };
}

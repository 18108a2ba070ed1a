import type { ClientRequest } from 'node:http';
import type { CallTarget } from './client-span.ts';
import { splitHost } from './split-host.ts';

/**
 * Where a request of `node:http` goes. Node does not keep the port, but writes it into `Host`; a caller who writes
 * another `Host` leaves it unknown.
 */
export function targetOf(request: ClientRequest): CallTarget {
  const { protocol, path, host } = request;
  const { socketPath } = request as { socketPath?: string | undefined };
  const header = request.getHeader('host');
  const written = typeof header === 'string' ? splitHost(header) : undefined;
  const named = written?.host === host ? written : undefined;
  const url = urlOf(`${protocol}//${named ? header : bracketed(host)}`, path);
  if (socketPath !== undefined) return { host: socketPath, port: undefined, url };
  const port = named && (named.port ?? (protocol === 'https:' ? 443 : 80));
  return { host, port, url };
}

/** Through a proxy the path is the whole URL already; that of OPTIONS and CONNECT is none. */
function urlOf(origin: string, path: string): string {
  if (path.startsWith('/')) return origin + path;
  return /^https?:\/\//.test(path) ? path.replace(/\/\/[^/?#]*@/, '//') : origin;
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

import type { ClientRequest } from 'node:http';
import type { CallTarget } from './client-span.ts';
import { type HostAndPort, splitHost } from './split-host.ts';

/** A host and, where it is not the default one, its port. */
interface Authority extends HostAndPort {
  /** As it stands in a URL. */
  readonly text: string;
}

/** Where a request of `node:http` goes, which Node tells nobody in so many words. */
export function targetOf(request: ClientRequest): CallTarget {
  const { protocol, path, host } = request;
  const { socketPath } = request as { socketPath?: string | undefined };
  const authority = authorityOf(request);
  const url = urlOf(`${protocol}//${authority?.text ?? bracketed(host)}`, path);
  if (socketPath !== undefined) return { host: socketPath, port: undefined, url };
  const port = authority && (authority.port ?? (protocol === 'https:' ? 443 : 80));
  return { host, port, url };
}

/** Node writes it into `Host`; where the caller has written another one, only Node itself keeps it. */
function authorityOf(request: ClientRequest): Authority | undefined {
  return partsOf(request.getHeader('host'), request.host) ?? partsOf(keptAuthority(request), request.host);
}

function partsOf(text: unknown, host: string): Authority | undefined {
  const parts = typeof text === 'string' ? splitHost(text) : undefined;
  return parts?.host === host ? { ...parts, text: text as string } : undefined;
}

function keptAuthority(request: ClientRequest): unknown {
  const key = Object.getOwnPropertySymbols(request).find(({ description }) => description === 'kAuthority');
  return key && Reflect.get(request, key);
}

/** Through a proxy the path is the whole URL already; that of OPTIONS and CONNECT is none. */
function urlOf(origin: string, path: string): string {
  if (path.startsWith('/')) return origin + path;
  return /^https?:\/\//.test(path) ? path.replace(/\/\/[^/?#]*@/, '//') : origin;
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

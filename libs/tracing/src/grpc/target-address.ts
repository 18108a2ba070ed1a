import { splitHostPort } from './split-host-port.ts';

/** The server that a channel was made for, as its user named it. */
export interface TargetAddress {
  /** A name, an IP address without brackets, a socket's path, or a list of addresses as it was written. */
  readonly address: string | undefined;
  /** `undefined` where there is none: sockets, lists, names that something else resolves. */
  readonly port: number | undefined;
  /** Each host that calls can go to; '' for a unix socket. */
  readonly hosts: readonly string[];
}

/** Scheme, authority and path: https://github.com/grpc/grpc/blob/master/doc/naming.md. */
const TARGET = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/]*)\/)?(.+)$/is;

/** Where grpc-js goes when a target has no port. */
const DEFAULT_PORT = 443;

/** Reads what a channel says of its target, for example `dns:order:50051` or `ipv6:[::1]:1,[::1]:2`. */
export function readTarget(target: string): TargetAddress {
  const [, scheme, authority, path] = TARGET.exec(target) ?? [];
  if (path === undefined) return { address: undefined, port: undefined, hosts: [] };
  switch (scheme) {
    case 'unix':
      return { address: authority === undefined ? path : `/${path}`, port: undefined, hosts: [''] };
    case 'unix-abstract':
      return { address: path, port: undefined, hosts: [''] };
    case 'ipv4':
    case 'ipv6':
      return readAddresses(path);
    case 'dns':
    case undefined:
      return readAddress(path);
    default:
      // `order:50051` has no scheme, but it looks like one.
      return /^\d+$/.test(path) ? readAddress(target) : readName(path);
  }
}

function readAddresses(list: string): TargetAddress {
  const all = list.split(',');
  if (all.length === 1) return readAddress(list);
  return { address: list, port: undefined, hosts: [...new Set(all.map((one) => splitHostPort(one).host))] };
}

function readAddress(text: string): TargetAddress {
  const { host, port = DEFAULT_PORT } = splitHostPort(text);
  return { address: host, port, hosts: [host] };
}

function readName(text: string): TargetAddress {
  const { host, port } = splitHostPort(text);
  return { address: host, port, hosts: [host] };
}

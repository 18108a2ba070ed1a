import { BlockList, isIP } from 'node:net';

/** A process calls few hosts; one that calls many must not fill the memory with them. */
const MAX_KNOWN = 1000;
/** Of a DNS name, with room for brackets. */
const MAX_LENGTH = 256;

/**
 * Whether context may go to a host.
 *
 * @param entries `loopback`, `mesh`, host names, `*.suffix`, IP addresses, and ranges such as `10.0.0.0/8`
 */
export function createTargets(entries: readonly string[]): (host: string) => boolean {
  const isTarget = createMatcher(entries.map((entry) => entry.toLowerCase()));
  const known = new Map<string, boolean>();
  return (host) => {
    if (host.length > MAX_LENGTH) return false;
    const before = known.get(host);
    if (before !== undefined) return before;
    const answer = isTarget(host);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(host, answer);
    return answer;
  };
}

function createMatcher(entries: readonly string[]): (host: string) => boolean {
  const names = new Set(entries);
  const suffixes = entries.flatMap((entry) => (entry.startsWith('*.') ? entry.slice(1) : []));
  const ranges = rangesOf(entries);
  return (address) => {
    if (address === '') return names.has('loopback');
    const host = normalise(address);
    const family = isIP(host);
    if (family > 0) return ranges.check(host, family === 6 ? 'ipv6' : 'ipv4');
    if (names.has('mesh') && isMeshName(host)) return true;
    const name = host.replace(/\.$/, '');
    if (names.has('loopback') && name === 'localhost') return true;
    return names.has(name) || suffixes.some((suffix) => name.length > suffix.length && name.endsWith(suffix));
  };
}

/**
 * Names that only the mesh's own resolver knows: Compose's and Kubernetes'. A name of digits alone is an IPv4 address
 * in disguise, and one that ends with a dot is a top-level domain.
 */
function isMeshName(host: string): boolean {
  return /^[a-z_][a-z0-9_-]*$/.test(host) || /.\.svc(\.cluster\.local)?\.?$/.test(host);
}

function rangesOf(entries: readonly string[]): BlockList {
  const ranges = new BlockList();
  const loopback = entries.includes('loopback') ? ['127.0.0.0/8', '::1'] : [];
  for (const entry of [...loopback, ...entries]) {
    const [network = '', bits] = entry.split('/');
    const family = isIP(network);
    if (family === 0) continue;
    ranges.addSubnet(network, Number(bits ?? (family === 6 ? 128 : 32)), family === 6 ? 'ipv6' : 'ipv4');
  }
  return ranges;
}

/** Without what an IPv6 address may have around it: brackets and a zone. A name without its end would be another one. */
function normalise(address: string): string {
  const host = address.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return host.includes(':') ? host.replace(/%.*$/, '') : host;
}

import type { Headers } from '../boundary.ts';
import type { Random } from './random.ts';

const HEX = '0123456789abcdef';
const ANY = `${HEX}ABCDEFxyz-_.,;:=@%/ \t"é\u0000`;
const NAMES = ['traceparent', 'b3', 'x-b3-traceid', 'trace-id'];

/** A request's headers: valid ones, and ones that are nearly valid. */
export function fuzzedHeaders(random: Random): Headers {
  const headers: Record<string, string | string[]> = { host: 'x' };
  for (const name of NAMES) if (random.below(3) === 0) headers[name] = value(random, identity(random, name));
  const others = {
    'x-b3-spanid': hex(random, 16),
    'x-b3-sampled': random.pick(['0', '1', 'true', 'd', '']),
    'x-b3-flags': random.pick(['0', '1']),
    tracestate: list(random, () => `${text(random, 'abz@-', 8)}=${text(random, ANY, 8)}`),
    baggage: list(random, () => `${text(random, 'abz%4', 8)}=${text(random, ANY, 8)}`),
    'mesh-trust-key': text(random, HEX, 20),
  };
  for (const [name, other] of Object.entries(others)) {
    if (random.below(2) === 0) headers[name] = value(random, other);
  }
  return headers;
}

function identity(random: Random, name: string): string {
  const trace = hex(random, random.pick([32, 32, 32, 16]));
  const span = hex(random, 16);
  if (name === 'traceparent')
    return `${random.pick(['00', '00', '01', 'ff'])}-${trace}-${span}-${hex(random, 2)}`;
  if (name === 'b3') return `${trace}-${span}${random.pick(['', '-0', '-1', '-d', `-1-${span}`])}`;
  if (name === 'x-b3-traceid') return trace;
  const decimal = text(random, '0123456789', 1 + random.below(22));
  const uuid = trace.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return random.pick([trace, decimal, uuid, uuid.toUpperCase()]);
}

/** Mostly as it is; else broken in one place, in several, in upper case, twice, or very long. */
function value(random: Random, valid: string): string | string[] {
  switch (random.below(12)) {
    case 0:
      return broken(random, valid);
    case 1:
      return broken(random, broken(random, broken(random, valid)));
    case 2:
      return valid.toUpperCase();
    case 3:
      return random.pick([[valid], [valid, valid], [valid, broken(random, valid)], []]);
    case 4:
      return ` ${valid}\t`;
    case 5:
      return random.below(20) === 0 ? valid.repeat(500) : valid.slice(1);
    default:
      return valid;
  }
}

function broken(random: Random, valid: string): string {
  const at = random.below(valid.length + 1);
  const inserted = text(random, ANY, random.below(3));
  return valid.slice(0, at) + inserted + valid.slice(at + random.below(3));
}

function list(random: Random, member: () => string): string {
  return Array.from({ length: random.below(random.pick([3, 3, 3, 80])) }, member).join(',');
}

function hex(random: Random, length: number): string {
  return random.below(30) === 0 ? '0'.repeat(length) : text(random, HEX, length);
}

function text(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(random.below(alphabet.length))).join('');
}

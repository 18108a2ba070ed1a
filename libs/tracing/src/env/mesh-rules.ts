import { BlockList, isIP } from 'node:net';
import { anything, fieldsOf, isWithin, oneOf, type Rule } from './env-rule.ts';
import { markKeysRule } from './read-mark-keys.ts';

const MODES = 'trust|adopt|link|ignore';
const TRUST = new RegExp(`^(${MODES}|[1-9]\\d{0,4}=(${MODES}))$`);

/** Own variables, only where no standard one exists. */
export const meshRules: Readonly<Record<string, Rule>> = {
  MESH_TRUST: {
    must: 'one of trust, adopt, link, ignore, with exceptions by port such as "trust,8080=adopt"',
    accepts: isTrust,
  },
  MESH_TRUST_KEYS: {
    must: 'a list of keys of 16 characters or more',
    accepts: (value) => fieldsOf(value).every((key) => /^[!-~]{16,256}$/.test(key)),
    secret: true,
  },
  MESH_SAMPLING_MARK_KEYS: markKeysRule,
  MESH_BAGGAGE_KEYS: {
    must: 'a list of baggage keys',
    accepts: (value) => fieldsOf(value).every((key) => /^[\w!#$%&'*+.^`|~-]{1,256}$/.test(key)),
  },
  MESH_REDACT_KEYS: {
    must: 'a list of names of fields',
    accepts: (value) => fieldsOf(value).every((name) => /^[\w.-]{0,99}[A-Za-z][\w.-]{0,99}$/.test(name)),
  },
  MESH_PROPAGATE_TO: {
    must: 'a list of loopback, mesh, host names, *.suffix and address ranges such as 10.0.0.0/8',
    accepts: (value) => fieldsOf(value).every(isTarget),
  },
  MESH_PROPAGATE_ELSEWHERE: oneOf('none', 'traceparent'),
  MESH_PROPAGATION_ONLY: oneOf('true', 'false'),
  MESH_GRPC_INSTRUMENTATION: oneOf('mesh', 'stock'),
  MESH_CAPTURE: oneOf('on', 'off'),
  MESH_CAPTURE_MAX_BYTES: {
    must: 'a whole number from 65536 to 1073741824',
    accepts: (value) => isWithin(value, 64 * 1024, 1024 ** 3),
  },
  MESH_CAPTURE_MAX_SECONDS: {
    must: 'a whole number from 1 to 3600',
    accepts: (value) => isWithin(value, 1, 3600),
  },
  MESH_DOCTOR_REPORT: anything,
};

function isTrust(value: string): boolean {
  const fields = fieldsOf(value);
  const ports = fields.flatMap((field) => field.split('=').slice(0, -1));
  return (
    fields.every((field) => TRUST.test(field)) &&
    fields.length - ports.length <= 1 &&
    new Set(ports).size === ports.length &&
    ports.every((port) => Number(port) < 65_536)
  );
}

function isTarget(target: string): boolean {
  if (target.includes('/')) return isRange(target);
  return isIP(target) > 0 || /^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(target);
}

function isRange(target: string): boolean {
  const [network = '', bits = ''] = target.split('/');
  const family = isIP(network);
  if (family === 0 || !/^\d{1,3}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(network, Number(bits), family === 6 ? 'ipv6' : 'ipv4');
    return true;
  } catch {
    return false;
  }
}

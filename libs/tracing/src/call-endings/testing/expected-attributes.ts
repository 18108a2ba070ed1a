import type { ReceivedSpan } from '../../testing/otlp.ts';
import type { CallerAct } from '../caller-act.ts';
import { METHODS, SERVICE } from './endings-service.ts';
import type { Seen } from './run-endings.ts';

/** There is no other end. */
const WITHOUT_PEER: readonly CallerAct[] = [
  'calls nobody',
  'waits for nobody until its deadline',
  'refuses in an interceptor',
  'sends more than it may',
  'has closed its channel',
];

/** Whether the connection is chosen before the call is over depends on what else the process does. */
const PEER_BY_CHANCE: readonly CallerAct[] = [
  'cancels at once',
  'starts after its deadline',
  'sends what cannot be serialised',
];

type Attributes = Record<string, unknown>;

/** Every attribute of this client span if it ends as the cell says. */
export function clientAttributes(seen: Seen, { attributes }: ReceivedSpan): Attributes {
  const { client, caller } = seen.ending;
  const address = '127.0.0.1';
  const port = portOf(seen);
  const hasPeer = PEER_BY_CHANCE.includes(caller)
    ? 'network.peer.address' in attributes
    : !WITHOUT_PEER.includes(caller);
  return {
    'rpc.system.name': 'grpc',
    'rpc.method': methodOf(seen),
    'server.address': address,
    'server.port': port,
    ...outcome(client),
    ...(hasPeer && { 'network.peer.address': address, 'network.peer.port': port }),
  };
}

/** Of the server span of the attempt with this number. A caller's address is nobody's business. */
export function serverAttributes(seen: Seen, attempt: number): Attributes {
  return {
    'rpc.system.name': 'grpc',
    ...(isUnknown(seen)
      ? { 'rpc.method': '_OTHER', 'rpc.method_original': methodOf(seen) }
      : { 'rpc.method': methodOf(seen) }),
    'server.address': '127.0.0.1',
    'server.port': portOf(seen),
    ...(attempt > 0 && { 'rpc.grpc.previous_attempts': attempt }),
    ...outcome(seen.ending.server.split(' ')[attempt] ?? ''),
  };
}

export function methodOf(seen: Seen): string {
  return `${SERVICE}/${isUnknown(seen) ? 'Nothing' : METHODS[seen.kind]}`;
}

export function isUnknown({ ending }: Seen): boolean {
  return ending.caller === 'calls a method that is not there';
}

/** Of a text like `UNAVAILABLE!#2`. One that is no status of gRPC is the name of an error. */
function outcome(text: string): Attributes {
  const [, name, error] = /^(\w+)(!?)/.exec(text) ?? [];
  return {
    ...(name === name?.toUpperCase() && { 'rpc.status_code': name }),
    ...(error && { 'error.type': name }),
  };
}

function portOf({ ending: { caller }, ports }: Seen): number {
  if (caller === 'waits at the doomed server') return ports.doomed;
  if (caller === 'waits at the short-lived server') return ports.shortLived;
  return caller.includes('nobody') ? ports.lonely : ports.plain;
}

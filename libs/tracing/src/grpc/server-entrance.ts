import type { ServerHttp2Session } from 'node:http2';
import { type Attributes, SpanKind } from '@opentelemetry/api';
import { plainAddress } from '../plain-address.ts';
import { createOperations, type Operations } from './operations.ts';

/** One address that a server is reached at. */
export interface ServerEntrance {
  /** `undefined` for a unix socket. */
  readonly port: number | undefined;
  readonly operations: Operations;
}

/** @returns the entrance that a session came in by; a server has one for each address, and all its sessions share it */
export function createEntrances(): (
  server: object,
  session: ServerHttp2Session | undefined,
) => ServerEntrance {
  const bySession = new WeakMap<ServerHttp2Session, ServerEntrance>();
  const byServer = new WeakMap<object, Map<string, ServerEntrance>>();
  const find = (server: object, place: Attributes) => {
    const all = byServer.get(server) ?? new Map<string, ServerEntrance>();
    byServer.set(server, all);
    const key = JSON.stringify(place);
    const entrance = all.get(key) ?? createEntrance(place);
    all.set(key, entrance);
    return entrance;
  };
  return (server, session) => {
    if (session === undefined) return find(server, {});
    const known = bySession.get(session);
    if (known) return known;
    const entrance = find(server, placeOf(session));
    bySession.set(session, entrance);
    return entrance;
  };
}

function createEntrance(place: Attributes): ServerEntrance {
  const port = place['server.port'];
  return {
    port: typeof port === 'number' ? port : undefined,
    operations: createOperations(SpanKind.SERVER, place),
  };
}

/** Of the connection and not of the request: its `:authority` is whatever the caller says. */
function placeOf({ socket, server, destroyed }: ServerHttp2Session): Attributes {
  if (destroyed) return {};
  const { localAddress, localPort } = socket;
  if (localAddress === undefined || localPort === undefined) return socketPath(server.address());
  return { 'server.address': plainAddress(localAddress), 'server.port': localPort };
}

function socketPath(address: unknown): Attributes {
  return typeof address === 'string' ? { 'server.address': address } : {};
}

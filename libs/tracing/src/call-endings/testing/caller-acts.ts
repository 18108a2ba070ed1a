import * as grpc from '@grpc/grpc-js';
import type { CallerAct } from '../caller-act.ts';
import { KINDS, type Kind } from '../ending.ts';
import { type Calling, type Request, start } from './calling.ts';
import { type Clients, connectLimited, type Ports } from './clients.ts';
import { TOO_LONG, UNREADABLE, UNSERIALISABLE } from './endings-service.ts';
import { DEADLINE_MILLIS } from './times.ts';
import { whenAll } from './when-all.ts';

type Act = (kind: Kind, request: Request) => Calling;

/** What each caller does. */
export function callerActs(clients: Clients, ports: Ports): Record<CallerAct, Act> {
  const call = (kind: Kind, request: Request) => start(clients.plain, kind, request);
  const inTime = (kind: Kind, request: Request) => call(kind, { ...request, options: { deadline: soon() } });
  const die = whenAll(KINDS.length, () => process.kill(process.pid, 'SIGKILL'));
  return {
    waits: call,
    'waits at the doomed server': (kind, request) => start(clients.doomed, kind, request),
    'waits at the short-lived server': (kind, request) => start(clients.shortLived, kind, request),
    'waits for its deadline': inTime,
    'keeps its stream open until its deadline': (kind, request) => inTime(kind, { ...request, open: true }),
    'cancels at once': (kind, request) => now(call(kind, request), ({ stream }) => stream.cancel()),
    'cancels when the handler runs': (kind, request) =>
      on('metadata', call(kind, request), ({ stream }) => stream.cancel()),
    'cancels after a message': (kind, request) =>
      on('data', call(kind, request), ({ stream }) => stream.cancel()),
    'destroys its stream after a message, and its deadline passes': (kind, request) =>
      on('data', inTime(kind, request), ({ stream }) => stream.destroy?.()),
    'is killed': (kind, request) => on('metadata', call(kind, request), die),
    retries: (kind, request) => start(clients.retrying, kind, request),
    'calls a method that is not there': (kind, request) => call(kind, { ...request, method: 'Nothing' }),
    'sends what cannot be read': (kind, request) => call(kind, { ...request, message: UNREADABLE }),
    'sends more than the server takes': (kind, request) => call(kind, { ...request, message: TOO_LONG }),
    'receives more than it takes': (kind, request) => start(clients.receiving, kind, request),
    'calls nobody': (kind, request) => start(clients.lonely, kind, request),
    'waits for nobody until its deadline': (kind, request) => {
      request.metadata.setOptions({ waitForReady: true });
      return start(clients.lonely, kind, { ...request, options: { deadline: soon() } });
    },
    'starts after its deadline': (kind, request) =>
      call(kind, { ...request, options: { deadline: Date.now() - 1 } }),
    'refuses in an interceptor': (kind, request) =>
      call(kind, { ...request, options: { interceptors: [refuse] } }),
    'sends what cannot be serialised': (kind, request) =>
      inTime(kind, { ...request, message: UNSERIALISABLE }),
    'sends more than it may': (kind, request) => {
      const client = connectLimited(ports.plain);
      const calling = start(client, kind, { ...request, message: TOO_LONG });
      return { ...calling, status: calling.status.finally(() => client.close()) };
    },
    'has closed its channel': (kind, request) => start(clients.closed, kind, request),
  };
}

function soon(): number {
  return Date.now() + DEADLINE_MILLIS;
}

function now(calling: Calling, act: (calling: Calling) => void): Calling {
  act(calling);
  return calling;
}

function on(event: string, calling: Calling, act: (calling: Calling) => void): Calling {
  calling.stream.once(event, () => act(calling));
  return calling;
}

const refuse: grpc.Interceptor = (options, nextCall) =>
  new grpc.InterceptingCall(nextCall(options), {
    start(_metadata, listener) {
      const metadata = new grpc.Metadata();
      const status = { code: grpc.status.PERMISSION_DENIED, details: 'as told', metadata };
      // Not before the caller can listen to it.
      process.nextTick(() => listener.onReceiveStatus(status));
    },
    sendMessage: () => {},
    halfClose: () => {},
  });

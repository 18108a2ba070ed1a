import { KINDS } from '../ending.ts';
import type { HandlerAct } from '../handler-act.ts';
import type { Answering } from './answering.ts';
import { TOO_LONG, UNREADABLE, UNSERIALISABLE } from './endings-service.ts';
import { LATE_MILLIS } from './times.ts';
import { whenAll } from './when-all.ts';

const UNAVAILABLE = 14;

type Act = (call: Answering) => void | Promise<void>;

/** What each handler does; the interceptor's acts are not among them. */
export function handlerActs(shutDown: () => void): Partial<Record<HandlerAct, Act>> {
  return {
    answers: (call) => call.finish(TOO_LONG),
    'answers late': (call) => {
      call.greet();
      setTimeout(() => call.finish('late'), LATE_MILLIS);
    },
    'answers what cannot be serialised': (call) => call.finish(UNSERIALISABLE),
    'answers what cannot be read': (call) => call.finish(UNREADABLE),
    fails: (call) => call.fail(codeOf(call)),
    'fails after a message': (call) => {
      call.send('first');
      call.fail(codeOf(call));
    },
    'fails twice': (call) => (attemptsBefore(call) < 2 ? call.fail(UNAVAILABLE) : call.finish('third')),
    throws: () => {
      throw new Error('as told');
    },
    rejects: async () => {
      throw new Error('as told');
    },
    'is silent': (call) => call.greet(),
    'is silent after a message': (call) => call.send('first'),
    'destroys its stream': (call) => call.destroy(),
    'kills its process': whenAll(KINDS.length, () => process.kill(process.pid, 'SIGKILL')),
    'shuts down by force': whenAll(KINDS.length, shutDown),
  };
}

function codeOf(call: Answering): number {
  return Number(call.metadata.get('code')[0]);
}

function attemptsBefore(call: Answering): number {
  return Number(call.metadata.get('grpc-previous-rpc-attempts')[0] ?? 0);
}

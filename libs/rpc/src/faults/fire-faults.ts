import { setTimeout } from 'node:timers/promises';
import { status } from '@grpc/grpc-js';
import { RpcError } from '../rpc-error.ts';
import type { Scope } from '../scope.ts';
import { AnswerLost } from './answer-lost.ts';
import type { Deed } from './fault.ts';
import { publishFault } from './fault-channel.ts';
import type { Place } from './take-faults.ts';

/**
 * What goes wrong before the handler, in the order in which it was asked for.
 *
 * @throws {RpcError} instead of the handler, or where the call is given up meanwhile
 */
export async function fireBefore(deeds: readonly Deed[], place: Place, { signal }: Scope): Promise<void> {
  for (const deed of deeds) {
    if (deed.kind === 'lost') continue;
    publish(deed, place);
    if (deed.kind === 'error') throw injected(deed.value, place);
    await setTimeout(deed.value, undefined, { signal }).catch(() => {});
    signal.throwIfAborted();
  }
}

/**
 * What goes wrong when the handler is done.
 *
 * @throws {AnswerLost} unless the call was given up before: it gets no answer by itself then
 */
export function fireAfter(deeds: readonly Deed[], place: Place, { signal }: Scope): void {
  const lost = deeds.find(({ kind }) => kind === 'lost');
  if (lost === undefined || signal.aborted) return;
  publish(lost, place);
  throw new AnswerLost();
}

function publish(deed: Deed, { service, method }: Place): void {
  publishFault({ ...deed, service, method });
}

/** The reason tells it from what went wrong by itself; no caller takes it for a refusal that it knows. */
function injected(name: keyof typeof status, { service, method }: Place): RpcError {
  const reason = 'FAULT_INJECTED';
  return new RpcError(status[name], `${service}/${method} fails on purpose`, { reason });
}

import type { InterceptingCall, StatusObject } from '@grpc/grpc-js';
import type { CapturedTrace } from '../capture/captured-trace.ts';
import { isTrigger } from '../capture/trigger.ts';
import type { HeardVerdict } from '../capture/verdict-text.ts';
import { attemptPeers } from './attempt-peers.ts';
import { isConnected } from './peer-attributes.ts';
import { statusName } from './status-name.ts';

/** A call that has its status, to a server of the mesh or to another one. */
export interface EndedCall {
  readonly status: StatusObject;
  readonly call: Pick<InterceptingCall, 'getPeer'>;
  readonly isInMesh: boolean;
  /** Attempts before the last one failed. */
  readonly isRetried: boolean;
  /** What the server says of the trace. */
  readonly heard: HeardVerdict | undefined;
}

/** What the end of a call means for its trace. What the server says comes first: it has spent a budget for that. */
export function judgeClientCall(captured: CapturedTrace, ended: EndedCall): void {
  const { status, isInMesh, isRetried, heard } = ended;
  if (isInMesh) notePeers(captured, ended);
  const name = statusName(status.code);
  if (isInMesh && heard) captured.hear(heard.verdict, heard.level);
  else if (isTrigger(name)) captured.trigger(name);
  // The next attempt has mended it, and nothing else shows that there was a failure.
  else if (isRetried) captured.trigger('UNAVAILABLE');
}

/** Also of what had no answer: as when the deadline has passed, the other side does not know what has become of the trace. */
function notePeers(captured: CapturedTrace, { status, call, isRetried, heard }: EndedCall): void {
  const peer = call.getPeer();
  if (status.code !== 0 || isRetried)
    for (const tried of attemptPeers(call)) if (isConnected(tried)) captured.answered(tried, false);
  if (isConnected(peer)) captured.answered(peer, heard !== undefined && heard.verdict !== 'refused');
}

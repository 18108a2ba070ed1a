import type { InterceptingCall, StatusObject } from '@grpc/grpc-js';
import type { CapturedTrace } from '../capture/captured-trace.ts';
import { isTrigger } from '../capture/trigger.ts';
import type { HeardVerdict } from '../capture/verdict-text.ts';
import { attemptsOf } from './attempts-of.ts';
import { takeVerdict } from './carried-verdict.ts';
import { isConnected } from './peer-attributes.ts';
import { type StatusName, statusName } from './status-name.ts';

/** What a client says by itself where no answer came. A server that says it, too, has nothing to wait for. */
const UNSAID: ReadonlySet<StatusName> = new Set(['CANCELLED', 'DEADLINE_EXCEEDED', 'UNAVAILABLE']);

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

/** What the end of a call means for its trace. What servers say comes first: they have spent a budget for that. */
export function judgeClientCall(captured: CapturedTrace, ended: EndedCall): void {
  const { status, call, isInMesh, isRetried, heard } = ended;
  const name = statusName(status.code);
  if (isInMesh) {
    // Usually there is one attempt, and the call tells all of it.
    if (status.code !== 0 || isRetried)
      for (const { peer, trailers } of attemptsOf(call))
        hearServer(captured, peer, name, takeVerdict(trailers));
    hearServer(captured, call.getPeer(), name, heard);
  }
  if (isTrigger(name)) captured.trigger(name);
  // The next attempt has mended it, and nothing else shows that there was a failure.
  else if (isRetried) captured.trigger('UNAVAILABLE');
}

/** Also one that had no time to answer: it does not know what has become of the trace. */
function hearServer(
  captured: CapturedTrace,
  peer: string,
  status: StatusName,
  heard: HeardVerdict | undefined,
): void {
  // Before it is heard, or it would be told what it has said.
  if (isConnected(peer)) captured.answered(peer, heard !== undefined && heard.verdict !== 'refused');
  if (heard) captured.hear(heard.verdict, heard.level);
  else if (UNSAID.has(status) && isConnected(peer)) {
    captured.unheard(peer);
    if (status === 'UNAVAILABLE') captured.missed(peer);
  }
}

import type { Metadata } from '@grpc/grpc-js';
import type { RpcError } from '../rpc-error.ts';
import { AnswerLost } from './answer-lost.ts';
import { resetStream } from './call-streams.ts';

/** Sends the answer of a call, unless that is to be lost: then the call just ends. */
export function sendOrLose(
  { metadata }: { readonly metadata: Metadata },
  error: RpcError | undefined,
  send: () => unknown,
): void {
  if (error instanceof AnswerLost) resetStream(metadata);
  else send();
}

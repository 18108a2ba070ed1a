import type { Socket } from 'node:net';
import { context } from '@opentelemetry/api';
import { encodeFrame } from './encode-frame.ts';
import { failureFrame } from './failure-frame.ts';
import type { Frame } from './frame.ts';
import type { FrameLimits } from './frame-limits.ts';
import { type ServerCall, startServerCall } from './server-call.ts';
import { writeWithin } from './write-within.ts';

/**
 * Answers the body of a request with the body of an answer.
 *
 * @param signal aborted when the connection is gone
 */
export type TcpHandler = (body: Buffer, signal: AbortSignal) => Uint8Array | Promise<Uint8Array>;

export type TcpOperations = Readonly<Record<string, TcpHandler>>;

export interface RequestSettings {
  readonly operations: TcpOperations;
  readonly limits: FrameLimits;
  /** For a frame to arrive, from its first byte to its last, and for an answer to be taken. */
  readonly frameTimeoutMs: number;
}

/** What is written, and how the call has ended once it is. */
interface Reply {
  readonly bytes: Buffer;
  readonly end: () => void;
}

/** Answers one request, in a context and a span of its own. Never rejects; resolves when nothing is left to do. */
export async function answerRequest(
  socket: Socket,
  { pairs, body }: Frame,
  { operations, limits, frameTimeoutMs }: RequestSettings,
): Promise<void> {
  const name = pairs['operation'] ?? '';
  const handler = Object.hasOwn(operations, name) ? operations[name] : undefined;
  const call = startServerCall(pairs, socket, handler !== undefined);
  const gone = new AbortController();
  const lose = () => {
    call.lost();
    gone.abort();
  };
  socket.once('close', lose);
  const { bytes, end } = await replyTo(call, limits, handler && (() => handler(body, gone.signal)));
  if (await writeWithin(socket, bytes, frameTimeoutMs)) end();
  else call.lost();
  socket.off('close', lose);
}

/** @param handle absent: the server does not have the operation */
async function replyTo(
  call: ServerCall,
  limits: FrameLimits,
  handle: (() => Uint8Array | Promise<Uint8Array>) | undefined,
): Promise<Reply> {
  if (!handle) return { bytes: failureFrame('unknown_operation'), end: call.unknown };
  try {
    const answer = await context.with(call.context, handle);
    return { bytes: encodeFrame('answer', {}, answer, limits), end: call.answered };
  } catch (error) {
    // Why it failed stays here: the caller could be anyone.
    const known = error instanceof Error ? error : new Error(String(error));
    return { bytes: failureFrame('failed'), end: () => call.failed(known) };
  }
}

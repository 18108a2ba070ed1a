import type { Socket } from 'node:net';
import { answerRequest, type RequestSettings } from './answer-request.ts';
import { farewell } from './farewell.ts';
import type { Frame } from './frame.ts';
import { createFrameDecoder } from './frame-decoder.ts';
import { FrameError } from './frame-error.ts';
import { createPatience } from './patience.ts';
import { refuse } from './refuse.ts';

export interface ConnectionSettings extends RequestSettings {
  /** How long a connection may be open without a frame under way. */
  readonly idleTimeoutMs: number;
}

/** A connection that is served. */
export interface Connection {
  /** Ends it when the requests that have arrived are answered. */
  finish(): void;
}

/** Answers the requests of one connection, one at a time and in their order. */
export function serveConnection(socket: Socket, settings: ConnectionSettings): Connection {
  const decoder = createFrameDecoder(settings.limits);
  const waiting: Frame[] = [];
  let isAnswering = false;
  let isFinishing = false;
  /** Said when what came before is answered. */
  let refusal: FrameError | undefined;
  const patience = createPatience(
    { idle: settings.idleTimeoutMs, receiving: settings.frameTimeoutMs },
    (activity) =>
      activity === 'idle' ? farewell(socket) : refuse(socket, 'the frame did not arrive in time'),
  );
  const answerAll = async () => {
    isAnswering = true;
    patience.now('answering');
    for (let frame = waiting.shift(); frame && !socket.destroyed; frame = waiting.shift()) {
      await answerRequest(socket, frame, settings);
    }
    isAnswering = false;
    rest();
  };
  const rest = () => {
    if (socket.destroyed) return;
    if (refusal) return refuse(socket, refusal.message);
    if (isFinishing) return farewell(socket);
    patience.now(decoder.isInside ? 'receiving' : 'idle');
    socket.resume();
  };
  socket.on('data', (chunk) => {
    try {
      decoder.decode(chunk, (frame) => waiting.push(requestOf(frame)));
    } catch (error) {
      refusal = error as FrameError;
    }
    // Read no further than to the next request: a sender that is faster than the answers has to wait.
    if (isAnswering) socket.pause();
    else if (waiting.length > 0) void answerAll();
    else rest();
  });
  socket.on('error', () => {});
  socket.on('close', patience.stop);
  rest();
  return {
    finish() {
      isFinishing = true;
      if (!isAnswering) farewell(socket);
    },
  };
}

/** @throws FrameError */
function requestOf(frame: Frame): Frame {
  if (frame.kind === 'request') return frame;
  throw new FrameError(`a frame of kind ${frame.kind} in the place of a request`);
}

import type { Socket } from 'node:net';
import { CallError, type RemoteFailure } from './call-error.ts';
import type { Frame } from './frame.ts';
import { createFrameDecoder, type FrameDecoder } from './frame-decoder.ts';
import type { FrameLimits } from './frame-limits.ts';

interface Asked {
  readonly request: Buffer;
  readonly answer: (frame: Frame) => void;
  readonly fail: (error: CallError) => void;
}

const FAILURES: readonly RemoteFailure[] = ['unknown_operation', 'failed', 'bad_frame'];

/** Of what a server says is wrong. It ends up in an error and in a span, and the server could say a megabyte. */
const MAX_DETAIL_BYTES = 1024;

/** Requests on one connection: each is sent when the one before is answered. */
export class CallQueue {
  readonly #socket: Socket;
  readonly #decoder: FrameDecoder;
  /** The first one is on the wire. */
  readonly #asked: Asked[] = [];
  #lost: CallError | undefined;

  constructor(socket: Socket, limits: FrameLimits) {
    this.#socket = socket;
    this.#decoder = createFrameDecoder(limits);
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', (error) => this.#lose(new CallError('connection_lost', error.message, error)));
    socket.on('close', () => this.#lose(new CallError('connection_lost', 'the connection has ended')));
  }

  /** @throws CallError */
  async ask(request: Buffer, timeoutMs: number): Promise<Buffer> {
    if (this.#lost) throw this.#lost;
    const { promise, resolve, reject } = Promise.withResolvers<Frame>();
    const call = { request, answer: resolve, fail: reject };
    const limit = setTimeout(() => this.#giveUp(call, timeoutMs), timeoutMs);
    this.#asked.push(call);
    if (this.#asked.length === 1) this.#sendFirst();
    return bodyOf(await promise.finally(() => clearTimeout(limit)));
  }

  #sendFirst(): void {
    const [first] = this.#asked;
    if (first) this.#socket.write(first.request);
  }

  #receive(chunk: Uint8Array): void {
    try {
      this.#decoder.decode(chunk, (frame) => this.#answerFirst(frame));
    } catch (error) {
      this.#lose(new CallError('bad_frame', (error as Error).message, error));
    }
  }

  /** @throws CallError if nobody asked */
  #answerFirst(frame: Frame): void {
    const first = this.#asked.shift();
    if (!first) throw new CallError('bad_frame', 'an answer that nobody asked for');
    first.answer(frame);
    this.#sendFirst();
  }

  /** The answer to a request that was sent may still come, and would be taken for that of the next one. */
  #giveUp(call: Asked, timeoutMs: number): void {
    const place = this.#asked.indexOf(call);
    this.#asked.splice(place, 1);
    call.fail(new CallError('timeout', `no answer within ${timeoutMs} ms`));
    if (place === 0) this.#lose(new CallError('connection_lost', 'the call before had no answer in time'));
  }

  #lose(error: CallError): void {
    this.#lost ??= error;
    this.#socket.destroy();
    for (const { fail } of this.#asked.splice(0)) fail(this.#lost);
  }
}

/** @throws CallError for all but an answer */
function bodyOf({ kind, pairs, body }: Frame): Buffer {
  if (kind === 'answer') return body;
  const reason = FAILURES.find((known) => known === pairs['reason']) ?? 'bad_frame';
  throw new CallError(reason, body.toString('utf8', 0, MAX_DETAIL_BYTES) || `the server says ${reason}`);
}

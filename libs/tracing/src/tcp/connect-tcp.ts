import { connect } from 'node:net';
import { CallError } from './call-error.ts';
import { CallQueue } from './call-queue.ts';
import { startClientCall } from './client-call.ts';
import { encodeFrame } from './encode-frame.ts';
import { DEFAULT_FRAME_LIMITS, type FrameLimits } from './frame-limits.ts';

export interface TcpClientOptions {
  readonly host: string;
  readonly port: number;
  readonly limits?: Partial<FrameLimits>;
}

export interface TcpClient extends Disposable {
  /**
   * The body of the answer. Calls that are made at once go one after the other.
   *
   * @param timeoutMs from the call on, waiting for others included; default 10 s. One that runs out while the server is
   * asked ends the connection, for its answer could not be told from the next one's.
   * @throws CallError
   */
  call(operation: string, body: Uint8Array, timeoutMs?: number): Promise<Buffer>;
  /** Ends the connection; calls under way fail with `connection_lost`. */
  close(): void;
}

/** A client of the TCP protocol of `frame.ts` on one connection; a lost one is not made anew. Each call is a span. */
export function connectTcp({ host, port, ...options }: TcpClientOptions): TcpClient {
  const limits = { ...DEFAULT_FRAME_LIMITS, ...options.limits };
  const socket = connect({ host, port, noDelay: true });
  const queue = new CallQueue(socket, limits);
  const close = () => void socket.destroy();
  return {
    async call(operation, body, timeoutMs = 10_000) {
      const { pairs, end } = startClientCall(operation, host, port);
      try {
        const answer = await queue.ask(encodeFrame('request', pairs, body, limits), timeoutMs);
        end();
        return answer;
      } catch (error) {
        const failure = toCallError(error);
        end(failure);
        throw failure;
      }
    },
    close,
    [Symbol.dispose]: close,
  };
}

function toCallError(error: unknown): CallError {
  return error instanceof CallError ? error : new CallError('bad_frame', (error as Error).message, error);
}

import type http from 'node:http';
import type https from 'node:https';
import type { PlainRequest } from './send-at-exit.ts';

/** What the threads share; the arrays are in shared memory. */
export interface WorkerTask {
  readonly requests: readonly PlainRequest[];
  /** Becomes 1 when each request has its end. */
  readonly done: Int32Array;
  /** Of each request: one of the two below, or the status of its answer. */
  readonly statuses: Int32Array;
  /** As much of each answer as there is room for. */
  readonly answers: readonly Uint8Array[];
}

export const NOT_SENT = 0;
export const NO_ANSWER = 1;

/** The whole program of a thread: it is given as its text, and so it names nothing of this module. */
export function sendFromWorker(
  { requests, done, statuses, answers }: WorkerTask,
  plain: typeof http,
  secure: typeof https,
): void {
  let left = requests.length;
  const end = () => {
    left--;
    if (left > 0) return;
    Atomics.store(done, 0, 1);
    Atomics.notify(done, 0);
  };
  for (const [index, { url, headers, body, tls }] of requests.entries()) {
    const isSecure = url.startsWith('https:');
    const request = (isSecure ? secure : plain).request(url, { ...tls, method: 'POST', headers });
    // Each has a connection of its own: all begin in this turn. The number is NO_ANSWER.
    request.on('socket', (socket) =>
      socket.once(isSecure ? 'secureConnect' : 'connect', () => Atomics.store(statuses, index, 1)),
    );
    request.on('response', (response) => {
      let at = 0;
      response.on('data', (chunk) => {
        const room = answers[index]?.subarray(at) ?? new Uint8Array();
        room.set(chunk.subarray(0, room.length));
        at += chunk.length;
      });
      response.on('end', () => Atomics.store(statuses, index, response.statusCode ?? 0));
    });
    request.on('error', () => {});
    request.on('close', end);
    request.end(body);
  }
}

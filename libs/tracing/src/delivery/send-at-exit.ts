import { Worker } from 'node:worker_threads';
import type { LastWord } from './outcome.ts';
import { readOutcome } from './read-answer.ts';
import { NO_ANSWER, NOT_SENT, sendFromWorker, type WorkerTask } from './send-from-worker.ts';

/** All that one request needs, without anything that a thread could not be given. */
export interface PlainRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Certificates, in the form that `node:https` takes. */
  readonly tls: Readonly<Record<string, unknown>>;
}

/** A partial success has its number before its sentence: the sentence may be cut. */
const ANSWER_BYTES = 1024;

/**
 * Sends requests while the process exits and nothing asynchronous can run in its main thread any more: another thread sends
 * them, and this one waits for it. Starting it takes some 60 ms.
 *
 * @param limitMillis the most that this takes
 * @returns what became of each request
 */
export function sendAtExit(requests: readonly PlainRequest[], limitMillis: number): LastWord[] {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const statuses = new Int32Array(new SharedArrayBuffer(4 * requests.length));
  const answers = requests.map(() => new Uint8Array(new SharedArrayBuffer(ANSWER_BYTES)));
  const workerData: WorkerTask = { requests, done, statuses, answers };
  // Neither the preload nor the variables of the process: the thread is there for nothing else.
  const options = { eval: true, execArgv: [], env: {}, workerData };
  const worker = new Worker(
    `(${sendFromWorker})(require('node:worker_threads').workerData, require('node:http'), require('node:https'))`,
    options,
  );
  worker.on('error', () => {});
  Atomics.wait(done, 0, 0, limitMillis);
  return requests.map(({ url }, index) =>
    wordOf(url, Atomics.load(statuses, index), answers[index] as Uint8Array),
  );
}

function wordOf(url: string, status: number, answer: Uint8Array): LastWord {
  if (status === NOT_SENT) return { kind: 'unsent' };
  if (status === NO_ANSWER) return { kind: 'unanswered' };
  const outcome = readOutcome({ url, status, body: answer });
  return outcome.kind === 'failed' ? { kind: 'unsent' } : outcome;
}

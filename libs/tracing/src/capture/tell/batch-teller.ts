import { setTimeout as pause } from 'node:timers/promises';
import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import type { Teller } from '../capture-parts.ts';
import type { JudgedTrace } from '../judged-trace.ts';
import { TellQueue } from './tell-queue.ts';
import type { TellTally } from './tell-tally.ts';

/** What comes in that time goes out together. Four hops of it are 200 ms. */
const BATCH_MS = 50;

/** More replicas than one process calls within what a queue is remembered for; with what may wait for each, 100 000 traces. */
const MAX_QUEUES = 100;

/** For what waits when the process ends. */
const END_MS = 200;

/** What is done here is of no request. */
const UNTRACED = suppressTracing(ROOT_CONTEXT);

/** Tells each address in batches, and holds nothing up for that: not the process either. */
export class BatchTeller implements Teller {
  readonly #tally: TellTally;
  readonly #queues = new Map<string, TellQueue>();
  #timer: NodeJS.Timeout | undefined;
  #hasEnded = false;

  constructor(tally: TellTally) {
    this.#tally = tally;
  }

  saw(peer: string): void {
    const queue = this.#hasEnded ? undefined : this.#queueOf(peer);
    if (queue?.use(performance.now())) this.#soon();
  }

  peers(): readonly string[] {
    const now = performance.now();
    return [...this.#queues].filter(([, queue]) => queue.isInUse(now)).map(([peer]) => peer);
  }

  beyond(peer: string): readonly string[] {
    return this.#queues.get(peer)?.beyond ?? [];
  }

  tell(peer: string, trace: JudgedTrace): void {
    const queue = this.#hasEnded ? undefined : this.#queueOf(peer);
    if (!queue) {
      this.#tally.dropped++;
      return;
    }
    queue.add(trace);
    this.#soon();
  }

  /** Tells what waits, as far as that is done in 200 ms, and nothing after it. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    clearTimeout(this.#timer);
    const queues = [...this.#queues.values()];
    const done = new AbortController();
    const limit = pause(END_MS, undefined, { signal: done.signal }).catch(() => {});
    await Promise.race([limit, Promise.all(queues.map((queue) => queue.sendLast()))]);
    done.abort();
    for (const queue of queues) queue.close();
  }

  #queueOf(peer: string): TellQueue | undefined {
    const known = this.#queues.get(peer);
    if (known) return known;
    if (this.#queues.size === MAX_QUEUES && !this.#forgetOne()) return undefined;
    const queue = new TellQueue(peer, this.#tally);
    this.#queues.set(peer, queue);
    return queue;
  }

  /** @returns false: all are at work */
  #forgetOne(): boolean {
    for (const [peer, queue] of this.#queues) {
      if (!queue.isIdle) continue;
      queue.close();
      return this.#queues.delete(peer);
    }
    return false;
  }

  #soon(): void {
    if (this.#hasEnded) return;
    this.#timer ??= context.with(UNTRACED, () => setTimeout(() => this.#sendAll(), BATCH_MS).unref());
  }

  #sendAll(): void {
    this.#timer = undefined;
    for (const queue of this.#queues.values()) void this.#send(queue);
  }

  async #send(queue: TellQueue): Promise<void> {
    await queue.send();
    if (queue.isWaiting) this.#soon();
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { diag } from '@opentelemetry/api';
import { atLast } from './at-last.ts';
import { setFlush } from './flush-tracing.ts';
import type { OtlpOutbox } from './otlp-outbox.ts';
import type { LastWord } from './outcome.ts';
import { type PlainRequest, sendAtExit } from './send-at-exit.ts';
import { tellEnd } from './tell-end.ts';

/**
 * Seconds count in a rolling restart, and what a healthy collector on the same machine needs is milliseconds. Less for one
 * that fails already: an attempt to connect may have held the process before.
 */
const LIMIT_MS = 1_700;
const FAILING_LIMIT_MS = 1_300;

/** What a healthy collector needs on a busy machine. A process that ends in one turn does nothing else meanwhile. */
const AT_EXIT_LIMIT_MS = 500;

export interface EndOptions {
  /** Of spans and lines: what becomes of them is told. */
  readonly outboxes: readonly OtlpOutbox[];
  /** Of metrics: where a process ends in one turn, their last values are not worth its time. */
  readonly others: readonly OtlpOutbox[];
  /** Ends what makes spans, lines and metrics, and sends the rest. */
  readonly stop: () => Promise<void>;
}

/**
 * When the event loop has run empty, that is, when the service has closed everything, sends what is left. Where the process
 * ends in another way, or where something came later, there is one attempt more. Leaves the exit code alone and never ends
 * the process itself.
 */
export function deliverAtEnd({ outboxes, others, stop }: EndOptions): void {
  const all = [...outboxes, ...others];
  setFlush(() => flush(all));
  process.once('beforeExit', () => {
    const isFailing = all.some((outbox) => outbox.isFailing());
    const limit = setTimeout(() => giveUp(all), isFailing ? FAILING_LIMIT_MS : LIMIT_MS);
    void stop()
      .catch((error) => diag.error('Tracing did not end as it should.', error))
      .finally(() => clearTimeout(limit));
  });
  let isCrash = false;
  process.on('uncaughtExceptionMonitor', () => {
    isCrash = process.listenerCount('uncaughtException') === 0;
  });
  atLast(() => {
    tryOnce(outboxes);
    giveUp(others);
    tellEnd(isCrash);
  });
}

async function flush(outboxes: readonly OtlpOutbox[]): Promise<void> {
  const done = new AbortController();
  const limit = pause(LIMIT_MS, undefined, { signal: done.signal }).catch(() => {});
  await Promise.all(outboxes.map((outbox) => outbox.drain(limit)));
  done.abort();
}

function giveUp(outboxes: readonly OtlpOutbox[]): void {
  for (const outbox of outboxes) {
    const { batches, settle } = outbox.close();
    for (const batch of batches) settle(batch, { kind: 'unsent' });
  }
}

/** Not where the collector fails already: the process would be held for nothing. */
function tryOnce(outboxes: readonly OtlpOutbox[]): void {
  giveUp(outboxes.filter((outbox) => outbox.isFailing()));
  const left = outboxes.flatMap((outbox) => {
    const { batches, settle } = outbox.close();
    return batches.map((batch) => ({ request: outbox.describe(batch.payload), batch, settle }));
  });
  const requests = left.map(({ request }) => request);
  if (requests.length === 0) return;
  const words = requests.every(isKnown) ? trySending(requests) : [];
  for (const [index, { batch, settle }] of left.entries()) settle(batch, words[index] ?? { kind: 'unsent' });
}

function isKnown(request: PlainRequest | undefined): request is PlainRequest {
  return request !== undefined;
}

/** A thread may be what the process must not or cannot start; an error in the event would change its exit code. */
function trySending(requests: readonly PlainRequest[]): readonly LastWord[] {
  try {
    return sendAtExit(requests, AT_EXIT_LIMIT_MS);
  } catch (error) {
    diag.warn('No attempt is made at the end.', error);
    return [];
  }
}

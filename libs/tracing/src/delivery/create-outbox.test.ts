import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../testing/until.ts';
import { createOutbox, type OutboxOptions } from './create-outbox.ts';
import { createLedger } from './ledger.ts';
import type { Outcome, Send } from './outcome.ts';

const failed: Outcome = { kind: 'failed', reason: 'ECONNREFUSED', wasAnswered: false };

/** A collector whose next outcomes are given, and that takes everything after them. */
function createWire(outcomes: Outcome[] = [], options: Partial<OutboxOptions> = {}) {
  const taken: string[] = [];
  const reports: string[] = [];
  const ledger = createLedger();
  const send: Send = async (payload, _signal, onSent) => {
    const outcome = outcomes.shift() ?? { kind: 'taken' };
    if (outcome !== failed) onSent();
    if (outcome.kind === 'taken') taken.push(Buffer.from(payload).toString());
    return outcome;
  };
  const report = (sentence: string) => reports.push(sentence);
  const outbox = createOutbox({ send, ledger, what: 'spans', report, ...options });
  return {
    outbox,
    taken,
    reports,
    totals: ledger.totals,
    giveUp(): void {
      const { batches, settle } = outbox.close();
      for (const batch of batches) settle(batch, { kind: 'unsent' });
    },
    /** One item a letter; capitals are important. */
    push(...names: string[]): void {
      for (const name of names) {
        ledger.started(name.length);
        ledger.ended(name.length);
        const isImportant = name === name.toUpperCase();
        outbox.push({ payload: Buffer.from(name), items: name.length, isImportant });
      }
    },
  };
}

/** Never answers; ends when it is given up. */
function hanging(isSent: boolean): Send {
  return (_payload, signal, onSent) => {
    if (isSent) onSent();
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(failed)));
  };
}

test('what failed is sent again, before what came after it', async () => {
  const { outbox, push, taken, reports } = createWire([failed, failed]);
  push('a', 'b', 'c');
  await outbox.drain();
  assert.deepEqual(taken, ['a', 'b', 'c']);
  assert.deepEqual(reports, [
    'spans wait for the collector: ECONNREFUSED',
    'the collector takes spans again; 0 were lost',
  ]);
});

test('what the collector refuses for good is not sent again, and its loss is told once', async () => {
  const refused: Outcome = { kind: 'refused', reason: 'answered 400' };
  const { outbox, push, taken, reports, totals } = createWire([refused, refused]);
  push('a', 'bc', 'd');
  await outbox.drain();
  assert.deepEqual(taken, ['d']);
  assert.deepEqual(reports, ['spans are lost: answered 400', 'the collector takes spans again; 3 were lost']);
  assert.deepEqual([totals().exported, totals().dropped], [1, { rejected: 3 }]);
});

test('what the collector rejects of a request that it takes is lost, and the rest is not', async () => {
  const { outbox, push, reports, totals } = createWire([{ kind: 'taken', rejected: 2, reason: 'too old' }]);
  push('abcde');
  await outbox.drain();
  assert.deepEqual([totals().exported, totals().dropped, totals().waiting], [3, { rejected: 2 }, 0]);
  assert.deepEqual(reports, ['spans are lost: too old']);
});

for (const limit of [{ maxBytes: 8 }, { maxItems: 8 }]) {
  test(`more than may wait by ${Object.keys(limit)} pushes out the oldest, what is important last`, async () => {
    const { outbox, push, taken, reports, totals } = createWire([], limit);
    push('AA', 'aa', 'BB', 'bb', 'cc', 'CC', 'DD', 'EE', 'far too long', 'dd');
    await outbox.drain();
    assert.deepEqual(taken, ['BB', 'CC', 'DD', 'EE']);
    assert.equal(reports.at(-1), 'the collector takes spans again; 22 were lost');
    assert.deepEqual(totals(), {
      started: 30,
      live: 0,
      exported: 8,
      dropped: { queue_full: 22 },
      unknown: 0,
      waiting: 0,
    });
  });
}

for (const [isSent, became] of [
  [true, { dropped: { shutdown: 2 }, unknown: 1 }],
  [false, { dropped: { shutdown: 3 }, unknown: 0 }],
] as const) {
  test(`an outbox that is closed gives up at once, also a request that is ${isSent ? 'sent' : 'not sent'}`, async () => {
    const { outbox, push, reports, totals, giveUp } = createWire([], { send: hanging(isSent) });
    push('a', 'b');
    const drained = outbox.drain();
    await Promise.resolve();
    giveUp();
    push('c');
    await drained;
    const { dropped, unknown } = totals();
    assert.deepEqual({ dropped, unknown }, became);
    assert.deepEqual(reports, ['spans are lost: the process ends']);
  });
}

test('what was sent without an answer stays unknown, whatever the attempts after it say', async () => {
  const unanswered: Outcome = { kind: 'failed', reason: 'no answer in time', wasAnswered: false };
  const unavailable: Outcome = { kind: 'failed', reason: 'answered 503', wasAnswered: true };
  const outcomes = [unanswered, ...Array(9).fill(unavailable)];
  const { push, totals, giveUp } = createWire(outcomes);
  push('a');
  await until(() => outcomes.length < 9 || undefined, 'a second attempt');
  giveUp();
  assert.deepEqual([totals().unknown, totals().dropped], [1, {}]);
});

test('a drained outbox takes and sends what comes later', async () => {
  const { outbox, push, taken } = createWire();
  await outbox.drain();
  push('a');
  await until(() => taken[0], 'a delivery');
});

test('those who gather batches are told each time that the outbox is idle, and asked for the rest at the end', async () => {
  const { outbox, push, taken } = createWire();
  const calls: string[] = [];
  outbox.addSource({
    push: () => push('c'),
    onIdle() {
      calls.push('idle');
      if (calls.length === 1) push('b');
    },
  });
  push('a');
  await until(() => taken[1], 'a second delivery');
  await until(() => calls[1], 'a second call');
  await outbox.drain();
  assert.deepEqual(taken, ['a', 'b', 'c']);
});

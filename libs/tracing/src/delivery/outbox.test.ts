import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../testing/until.ts';
import { createOutbox, type Outcome, type Send } from './outbox.ts';

const failed: Outcome = { kind: 'failed', reason: 'ECONNREFUSED' };

interface Wire {
  readonly send: Send;
  readonly taken: string[];
  readonly reports: string[];
  readonly report: (sentence: string) => void;
}

/** A collector whose next outcomes are given, and that takes everything after them. */
function createWire(...outcomes: Outcome[]): Wire {
  const taken: string[] = [];
  const reports: string[] = [];
  return {
    taken,
    reports,
    report: (sentence) => reports.push(sentence),
    async send(payload) {
      const outcome = outcomes.shift() ?? { kind: 'taken' };
      if (outcome.kind === 'taken') taken.push(Buffer.from(payload).toString());
      return outcome;
    },
  };
}

test('what failed is sent again, before what came after it', async () => {
  const wire = createWire(failed, failed);
  const outbox = createOutbox(wire);
  for (const name of ['a', 'b', 'c']) outbox.push(Buffer.from(name));
  await outbox.drain();
  assert.deepEqual(wire.taken, ['a', 'b', 'c']);
  assert.deepEqual(wire.reports, [
    'telemetry waits for the collector: ECONNREFUSED',
    'the collector takes telemetry again; 0 bytes were lost',
  ]);
});

test('what the collector refuses for good is not sent again, and its loss is told once', async () => {
  const refused: Outcome = { kind: 'refused', reason: 'answered 400' };
  const wire = createWire(refused, refused);
  const outbox = createOutbox(wire);
  for (const name of ['a', 'bc', 'd']) outbox.push(Buffer.from(name));
  await outbox.drain();
  assert.deepEqual(wire.taken, ['d']);
  assert.deepEqual(wire.reports, [
    'telemetry is lost: answered 400',
    'the collector takes telemetry again; 3 bytes were lost',
  ]);
});

test('more than may wait pushes out the oldest', async () => {
  const wire = createWire();
  const outbox = createOutbox({ ...wire, maxBytes: 4 });
  for (const name of ['aa', 'bb', 'cc', 'too long']) outbox.push(Buffer.from(name));
  outbox.push(Buffer.from('dd'));
  await outbox.drain();
  assert.deepEqual(wire.taken, ['dd']);
  assert.equal(wire.reports.at(-1), 'the collector takes telemetry again; 14 bytes were lost');
});

test('an outbox that is closed gives up at once, the request under way included', async () => {
  const wire = createWire();
  const hanging: Send = (_payload, signal) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(failed)));
  const outbox = createOutbox({ ...wire, send: hanging });
  outbox.push(Buffer.from('a'));
  outbox.push(Buffer.from('b'));
  const drained = outbox.drain();
  outbox.close();
  await drained;
  assert.deepEqual(wire.reports, ['telemetry is lost: the process ends']);
});

test('a drained outbox takes and sends what comes later', async () => {
  const wire = createWire();
  const outbox = createOutbox(wire);
  await outbox.drain();
  outbox.push(Buffer.from('a'));
  await until(() => wire.taken[0], 'a delivery');
});

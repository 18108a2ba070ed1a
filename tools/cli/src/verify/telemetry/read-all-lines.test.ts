import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogLine } from '../../trace/log-line.ts';
import type { LineStore } from '../../trace/stores/line-store.ts';
import { readAllLines } from './read-all-lines.ts';

const query = { about: { traceIds: ['f'.repeat(32)] }, fromMs: 0, toMs: 1_000_000 };
const line = (ns: number): LogLine => ({
  ...{ timeNs: BigInt(ns), service: 'a', level: 'info', message: `line ${ns}`, fields: {} },
  ...{ spanId: null, traceId: null },
});

/** A store in memory that counts its answers. */
function storeOf(lines: readonly LogLine[], unreadable = 0) {
  const answers: number[] = [];
  const store: LineStore = {
    backEnd: { name: 'Loki', url: 'http://loki', variable: 'LOKI_URL' },
    async linesOf({ fromMs, limit }) {
      const found = lines.filter(({ timeNs }) => timeNs >= BigInt(fromMs) * 1_000_000n).slice(0, limit);
      answers.push(found.length);
      return { lines: found, unreadable };
    },
  };
  return { store, answers };
}

test('what fits into one answer is asked for once', async () => {
  const { store, answers } = storeOf([line(1), line(1)]);
  assert.equal((await readAllLines(store, query)).length, 2);
  assert.deepEqual(answers, [2]);
});

test('what does not is read page by page, each line as often as the store has it', async () => {
  // Three lines a millisecond, so that a page ends within one; the last line is there twice.
  const lines = Array.from({ length: 12_001 }, (_, i) => line(Math.floor(i / 3) * 1_000_000 + (i % 3)));
  const { store, answers } = storeOf([...lines, line(4_000_000_000)]);
  const read = await readAllLines(store, query);
  assert.deepEqual(answers.slice(0, 2), [1000, 1000]);
  assert.equal(read.length, 12_002);
  assert.equal(new Set(read.map(({ message }) => message)).size, 12_001);
});

test('what cannot be read as a line ends the reading with a sentence, not as a short last page', async () => {
  const { store } = storeOf([line(1)], 1);
  await assert.rejects(
    readAllLines(store, query),
    /^BackEndError: Loki at http:\/\/loki gave 1 entry that is none/,
  );
});

test('more lines in one millisecond than an answer holds are a sentence, not a loop', async () => {
  const { store } = storeOf(Array.from({ length: 1001 }, () => line(7)));
  await assert.rejects(
    readAllLines(store, query),
    /^BackEndError: Loki at http:\/\/loki has over 1000 lines/,
  );
});

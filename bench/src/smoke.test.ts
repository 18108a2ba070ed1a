import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configurations } from './configurations.ts';
import { measure } from './measure.ts';
import { tableOf } from './report/table.ts';

test('two meshes are measured by turns, and every line and span of them is counted', async () => {
  const chosen = configurations.filter(({ name }) => ['base', 'ours-100'].includes(name));
  const plan = { rounds: 2, warmUpRounds: 0, requests: 50 };
  const said: string[] = [];
  const { rows, counts } = await measure(chosen, plan, (sentence) => said.push(sentence));

  assert.deepEqual(said.slice(-2), ['Round 1 of 2 is done.', 'Round 2 of 2 is done.']);
  // That each of the 100 requests also left its 6 lines is what `measure` itself insists on.
  assert.deepEqual(counts, { 'ours-100': { spans: 700, logRecords: 0 } });
  const [base, ours] = rows;
  assert.equal(base?.cpuRatio.value, 1);
  assert.ok(ours && ours.cpuRatio.value > 0 && ours.cpuMillis.value > 0);
  assert.match(
    tableOf(rows, counts),
    /\| `ours-100` +\| @mesh\/tracing, 100 % +\| \d+\.\d\d .*\| 700 +\| 0 +\|$/,
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideFaults } from './decide-faults.ts';
import { formatFaults } from './format-faults.ts';
import { parseFaults } from './parse-faults.ts';

const draws = 10_000;

/** How often each of the faults is there, in so many requests, by its kind. */
function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const faults = parseFaults(text);
  for (let draw = 0; draw < draws; draw++) {
    for (const { deed } of decideFaults(faults)) counts.set(deed.kind, (counts.get(deed.kind) ?? 0) + 1);
  }
  return counts;
}

test('each fault befalls its share of the requests', () => {
  const counts = count('a/B:lost@0.02, a/B:error=INTERNAL@0.5, a/B:delay=1, a/C:lost@0');
  // Five standard deviations: 10 000 draws of 0.02 and of 0.5.
  assert.ok(Math.abs((counts.get('lost') ?? 0) - 200) <= 70, `lost ${counts.get('lost')}`);
  assert.ok(Math.abs((counts.get('error') ?? 0) - 5000) <= 250, `error ${counts.get('error')}`);
  assert.equal(counts.get('delay'), draws);
});

test('what is decided has no share any more, so that the next service does not draw again', () => {
  const decided = decideFaults(parseFaults('a/B:lost@0.5,c/D:delay=5@0.4'), () => 0.45);
  assert.equal(formatFaults(decided), 'a/B:lost');
  assert.deepEqual(
    decideFaults(parseFaults('a/B:lost'), () => 0.999_999),
    parseFaults('a/B:lost'),
  );
});

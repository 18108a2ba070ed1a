import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGauges } from './read-gauges.ts';

test('values are summed over their labels, and what is not there is 0', () => {
  const gauges = readGauges('# HELP size of it\nsize{exporter="a"} 3\nsize{exporter="b{}"} 2e+1\nother 7\n');
  assert.deepEqual([gauges('size'), gauges('other'), gauges('none')], [23, 7, 0]);
});

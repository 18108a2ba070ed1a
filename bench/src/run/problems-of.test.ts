import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configurations } from '../configurations.ts';
import { problemsOf } from './problems-of.ts';

function problems(name: string, lines: number, spans: number, logRecords = 0): string[] {
  const configuration = configurations.find((one) => one.name === name);
  assert.ok(configuration);
  const mesh = { configuration, placed: () => 10_000, lines: () => lines };
  return problemsOf(mesh, { spans, logRecords });
}

test('a whole run has no problem', () => {
  assert.deepEqual(problems('ours-100', 60_003, 70_000), []);
  assert.deepEqual(problems('ours-100-otlp-logs', 60_003, 70_000, 60_000), []);
  assert.deepEqual(problems('base', 60_000, 0), []);
});

test('each thing that is missing or too much is a sentence', () => {
  assert.deepEqual(problems('ours-100-otlp-logs', 59_999, 70_001, 0), [
    'ours-100-otlp-logs: 59999 lines instead of 60003',
    'ours-100-otlp-logs: 70001 spans of 10000 requests at 100 %',
    'ours-100-otlp-logs: 0 log records instead of 60000',
  ]);
});

test('a sampled run has whole traces, about as many as its share', () => {
  assert.deepEqual(problems('ours-1', 60_003, 7 * 120), []);
  assert.equal(problems('ours-1', 60_003, 7 * 120 + 1).length, 1);
  assert.equal(problems('ours-1', 60_003, 7 * 170).length, 1);
  assert.equal(problems('ours-1', 60_003, 0).length, 1);
});

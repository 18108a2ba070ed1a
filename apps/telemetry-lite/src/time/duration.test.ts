import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goUnits, parseDuration, prometheusUnits } from './duration.ts';

test('Go durations add up their parts', () => {
  assert.equal(parseDuration('1h2m3.5s', goUnits), 3_723_500_000_000n);
  assert.equal(parseDuration('150us', goUnits), 150_000n);
  assert.equal(parseDuration('.5ms', goUnits), 500_000n);
  assert.equal(parseDuration('0', goUnits), 0n);
});

test('days are a unit for Loki and none for Jaeger', () => {
  assert.equal(parseDuration('1d', prometheusUnits), 86_400_000_000_000n);
  assert.equal(parseDuration('1d', goUnits), undefined);
});

test('what is no duration is refused', () => {
  for (const text of ['', 'abc', '5', '5 s', '-1s', 's', '1s!'])
    assert.equal(parseDuration(text, goUnits), undefined, text);
  assert.equal(parseDuration(`${'9'.repeat(400)}s`, goUnits), undefined);
});

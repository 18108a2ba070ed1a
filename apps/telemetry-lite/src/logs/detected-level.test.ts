import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectedLevel } from './detected-level.ts';

const level = (labels: Record<string, string>, severityNumber = 0, line = '') =>
  detectedLevel(new Map(Object.entries(labels)), severityNumber, line);

test('a level label goes before the severity text, and that before the number', () => {
  assert.equal(level({ level: 'wrn', severity_text: 'info' }, 17), 'warn');
  assert.equal(level({ severity_text: 'WARNING' }, 9), 'warn');
  assert.equal(level({ severity_text: 'Verbose' }, 9), 'Verbose');
});

test('the severity number is read in OpenTelemetry ranges', () => {
  const levels = [1, 4, 5, 9, 12, 13, 17, 20, 21, 24, 25].map((number) => level({}, number));
  assert.deepEqual(levels.join(), 'trace,trace,debug,info,info,warn,error,error,fatal,fatal,unknown');
});

test('without both the first level word of the line decides', () => {
  assert.equal(level({}, 0, 'an ERROR, then info'), 'error');
  assert.equal(level({}, 0, 'terror and information'), 'unknown');
  assert.equal(level({ level: 'constructor' }), 'constructor');
});

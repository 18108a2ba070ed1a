import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recorder } from '../terminal/recorder.ts';
import { showProgress } from '../up/progress.ts';
import { showMaking } from './show-making.ts';

test('packages are counted of what is compiled, and not of what is fetched', () => {
  const terminal = recorder();
  const shown = showMaking(showProgress(terminal, true), true);
  const onPackage = shown.begin('loki');
  onPackage();
  onPackage();
  shown.begin('zipkin');
  shown.end();
  assert.match(terminal.out(), /waiting for loki \(0 s, 2 packages\), zipkin \(0 s\)/);
});

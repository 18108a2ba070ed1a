import assert from 'node:assert/strict';
import { test } from 'node:test';
import { samplerCheck } from './sampler-check.ts';

test('a document is shown as it is, and one that keeps nothing is a finding', () => {
  assert.deepEqual(samplerCheck('file /etc/mesh/sampling.json: ratio 0.1, first'), {
    name: 'sampler',
    ok: true,
    sentence: 'What samples is followed while it changes: file /etc/mesh/sampling.json: ratio 0.1, first.',
  });
  assert.equal(samplerCheck('jaeger_remote http://jaeger:5778: never').ok, false);
  assert.equal(samplerCheck('file /etc/mesh/sampling.json: never; no capture').ok, false);
  assert.equal(samplerCheck('file /etc/mesh/sampling.json: never; rules canary').ok, true);
});

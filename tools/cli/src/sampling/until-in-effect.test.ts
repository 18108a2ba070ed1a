import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSamplingDocument } from '@mesh/tracing/sampling';
import type { Answer } from './ask-services.ts';
import { samplingReport } from './sampling-report.ts';
import { untilInEffect } from './until-in-effect.ts';

const wanted = parseSamplingDocument('{ "version": 1, "default": { "policy": "never" } }');
const other = parseSamplingDocument('{ "version": 1, "default": { "policy": "always" } }');

function answer(document: object, source: object = {}): Answer {
  const whole = JSON.parse(
    JSON.stringify({
      source: { kind: 'file', location: '/s.json', loadedAt: '', ...source },
      document,
      operations: [],
      tally: { kept: {}, dropped: {} },
    }),
  );
  const place = { name: 'order', address: '', variable: '' };
  return { ...place, report: samplingReport.parse(whole), whole };
}

test('a service has the document when it says so, and not before', async () => {
  let asked = 0;
  const ask = async () => [answer(asked++ < 2 ? other : wanted)];
  const { names } = await untilInEffect(ask, '/s.json', wanted);
  assert.deepEqual([names, asked], [['order'], 3]);
});

test('a service that refuses it, reads another file or cannot be asked does not have it', async () => {
  for (const last of [
    answer(other, { error: 'default must be an object' }),
    answer(wanted, { location: '/other.json' }),
    answer(wanted, { kind: 'environment' }),
    { name: 'order', address: '', variable: '', problem: 'it is away' },
  ]) {
    const { names, answers } = await untilInEffect(async () => [last], '/s.json', wanted, 0);
    assert.deepEqual([names, answers], [[], [last]]);
  }
});

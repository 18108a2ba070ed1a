import assert from 'node:assert/strict';
import { test } from 'node:test';
import { size } from '../../testing/size.ts';
import { parseSamplingDocument } from '../document/parse-sampling-document.ts';
import { createSamplingEngine } from '../engine/create-sampling-engine.ts';
import { createMarks } from './create-marks.ts';
import { signMark } from './sign-mark.ts';

const KEY = { id: 'web', secret: 'a-secret-of-the-web-shop-and-no-other' };
const OPERATION = 'POST /v1/orders';
const NOW = 1_790_000_000_000;
const [PER_SECOND, BURST] = [2, 10];

test('however many good marks come, forced traces are no more than their bucket holds, in each second', () => {
  const marks = createMarks([KEY]);
  const engine = createSamplingEngine({
    document: parseSamplingDocument(
      JSON.stringify({ version: 1, default: { ratio: 0 }, forced: { perSecond: PER_SECOND, burst: BURST } }),
    ),
    service: 'gateway',
    resource: {},
  });
  const kept: number[] = [];
  const count = size(10_000);
  // A hundred a second, so that they take longer than one mark lives where there are many.
  for (let i = 0; i < count; i++) {
    const now = NOW + i * 10;
    const mark = signMark(KEY, {
      carrier: 'http',
      operation: OPERATION,
      expiresAt: Math.floor(now / 1000) + 60,
    });
    const isForced = marks.check(mark, 'http', OPERATION, now) === 'good';
    assert.ok(isForced);
    const randomness = i.toString(16).padStart(14, '0');
    const verdict = engine.decide({ operation: OPERATION, attributes: {}, randomness, isForced }, now);
    if (!verdict.isKept) continue;
    assert.deepEqual([verdict.by, verdict.probability, verdict.th], ['forced', 1, '0']);
    kept.push(now);
  }
  const seconds = (count * 10) / 1000;
  assert.ok(Math.abs(kept.length - (BURST + PER_SECOND * seconds)) <= 1, `${kept.length} in ${seconds} s`);
  for (const [index, start] of kept.entries()) {
    const inSecond = kept.slice(index).filter((at) => at < start + 1000).length;
    assert.ok(inSecond <= PER_SECOND + BURST, `${inSecond} in a second`);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMarks } from './create-marks.ts';
import { signMark } from './sign-mark.ts';

const OLD = { id: 'old', secret: 'the-secret-that-was-good-until-today' };
const NEW = { id: 'new', secret: 'the-secret-that-is-good-from-now-on!' };
const NOW = 1_790_000_000_000;
const claim = { carrier: 'grpc', operation: 'shop.v1.Shop/List', expiresAt: NOW / 1000 + 300 } as const;

test('while one key is changed for the other, marks of both are good', () => {
  const marks = createMarks([OLD, NEW]);
  for (const key of [OLD, NEW])
    assert.equal(marks.check(signMark(key, claim), claim.carrier, claim.operation, NOW), 'good');
});

test('a nonce counts once, whichever key signs it and whenever it runs out', () => {
  const marks = createMarks([OLD, NEW]);
  const nonce = 'n'.repeat(22);
  const check = (key: typeof OLD, expiresAt: number) =>
    marks.check(signMark(key, { ...claim, nonce, expiresAt }), claim.carrier, claim.operation, NOW);
  assert.equal(check(OLD, NOW / 1000 + 10), 'good');
  assert.equal(check(OLD, NOW / 1000 + 10), 'replayed');
  assert.equal(check(NEW, NOW / 1000 + 200), 'replayed');
});

test('a mark is good for five minutes, and for half a minute more where its clock is ahead of ours', () => {
  const at = (now: number) =>
    createMarks([OLD]).check(signMark(OLD, claim), claim.carrier, claim.operation, now);
  assert.equal(at(NOW - 30_001), 'expired');
  assert.equal(at(NOW - 30_000), 'good');
  assert.equal(at(NOW + 299_999), 'good');
  assert.equal(at(NOW + 300_000), 'expired');
});

test('a clock that is set back makes no mark count again', () => {
  const marks = createMarks([OLD]);
  const check = (mark: string, now: number) => marks.check(mark, claim.carrier, claim.operation, now);
  const mark = signMark(OLD, claim);
  assert.equal(check(mark, NOW), 'good');
  // What is over is forgotten when the next one comes.
  assert.equal(check(signMark(OLD, { ...claim, expiresAt: NOW / 1000 + 500 }), NOW + 400_000), 'good');
  assert.equal(check(mark, NOW), 'expired');
});

test('a mark that came by nothing that is known is none', () => {
  const mark = signMark(OLD, { ...claim, carrier: 'undefined' as never });
  assert.equal(createMarks([OLD]).check(mark, undefined, claim.operation, NOW), 'malformed');
});

test('a mark whose parts no process would take is not signed', () => {
  for (const wrong of [
    { expiresAt: 1.5 },
    { expiresAt: Number.NaN },
    { nonce: 'short' },
    { nonce: 'a.b'.repeat(9) },
  ])
    assert.throws(() => signMark(OLD, { ...claim, ...wrong }), RangeError);
  assert.throws(() => signMark({ ...OLD, id: 'a.b' }, claim), RangeError);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../propagation/testing/random.ts';
import { size } from '../../testing/size.ts';
import { createMarks, type MarkResult } from './create-marks.ts';
import type { Carrier } from './mark-claim.ts';
import { type MarkToSign, signMark } from './sign-mark.ts';

const KEY = { id: 'web', secret: 'a-secret-of-the-web-shop-and-no-other' };
const OTHER_KEY = { id: 'web', secret: 'a-secret-of-somebody-else-altogether' };
const NOW = 1_790_000_000_000;
const COUNT = size(10_000);
const CLAIM = {
  carrier: 'http',
  operation: 'POST /v1/orders',
  expiresAt: NOW / 1000 + 60,
} satisfies MarkToSign;
const random = createRandom(7);

const sign = (changes: Partial<MarkToSign> = {}, key = KEY) => signMark(key, { ...CLAIM, ...changes });

/** How often each answer was given. */
function check(
  make: (index: number) => string,
  ways: Partial<typeof CLAIM> = {},
  marks = createMarks([KEY]),
) {
  const results: Partial<Record<MarkResult, number>> = {};
  const { carrier, operation } = { ...CLAIM, ...ways };
  for (let i = 0; i < COUNT; i++) {
    const result = marks.check(make(i), carrier, operation, NOW);
    results[result] = (results[result] ?? 0) + 1;
  }
  return results;
}

/** One bit of one character is another one, within what a header can hold. */
function flip(mark: string, at: number): string {
  const code = mark.charCodeAt(at) ^ (1 << random.below(7));
  return mark.slice(0, at) + String.fromCharCode(code) + mark.slice(at + 1);
}

test('good marks are honoured, each of them once', () => {
  const marks = createMarks([KEY]);
  const signed = Array.from({ length: COUNT }, () => sign());
  assert.deepEqual(
    check((i) => signed[i] ?? '', {}, marks),
    { good: COUNT },
  );
  assert.deepEqual(
    check((i) => signed[i] ?? '', {}, marks),
    { replayed: COUNT },
  );
});

test('a mark with one bit changed anywhere is not honoured, and the last bits of a signature count', () => {
  const { good, ...refused } = check(() => {
    const mark = sign();
    return flip(mark, random.below(mark.length));
  });
  assert.equal(good, undefined);
  assert.ok((refused.signature ?? 0) > COUNT / 4);
  const ofSignatures = check(() => {
    const mark = sign();
    return flip(mark, mark.length - 1);
  });
  assert.equal(ofSignatures.good, undefined);
});

test('marks of another secret, operation, carrier, nonce or expiry are not honoured', () => {
  const transplanted = (from: string, to: string) => `${to.slice(0, -43)}${from.slice(-43)}`;
  for (const make of [
    () => sign({}, OTHER_KEY),
    () => sign({ operation: 'POST /v1/refunds' }),
    () => sign({ operation: 'POST /v1/orders ' }),
    () => sign({ carrier: 'grpc' }),
    () => transplanted(sign(), sign()),
    () =>
      transplanted(
        sign({ nonce: 'n'.repeat(22) }),
        sign({ nonce: 'n'.repeat(22), expiresAt: NOW / 1000 + 61 }),
      ),
  ])
    assert.deepEqual(check(make), { signature: COUNT });
  assert.deepEqual(
    check(() => sign(), { carrier: 'tcp' as never }),
    { signature: COUNT },
  );
});

test('marks of a key that is not known, and of one that was taken away, are not honoured', () => {
  assert.deepEqual(
    check(() => sign({}, { ...KEY, id: 'shop' })),
    { unknown_key: COUNT },
  );
  assert.deepEqual(
    check(() => sign(), {}, createMarks([])),
    { unknown_key: COUNT },
  );
});

test('marks that have run out, and those that would be good for too long, are not honoured', () => {
  const past = () => sign({ expiresAt: NOW / 1000 - random.below(1e6) });
  const future = () => sign({ expiresAt: NOW / 1000 + 331 + random.below(1e6) });
  assert.deepEqual(check(past), { expired: COUNT });
  assert.deepEqual(check(future), { expired: COUNT });
});

test('what is no mark is not honoured, whatever it looks like, and nothing fails', () => {
  const pieces = [
    'v1',
    '.',
    'web',
    '1790000060',
    sign(),
    ',',
    ' ',
    '\n',
    '=',
    'ü',
    '0',
    '-',
    'A'.repeat(43),
    '',
  ];
  const carriers: (Carrier | undefined)[] = ['http', 'grpc', 'tcp', undefined];
  const marks = createMarks([KEY]);
  for (let i = 0; i < COUNT; i++) {
    const parts = Array.from({ length: 2 + random.below(9) }, () => random.pick(pieces));
    const text = `${parts.join('')}.`;
    assert.equal(marks.check(text, random.pick(carriers), CLAIM.operation, NOW), 'malformed', text);
  }
  assert.deepEqual(
    check(() => `${sign()},${sign()}`),
    { malformed: COUNT },
  );
});

test('however many good marks come, what is remembered of them is bounded, and none counts twice', () => {
  const marks = createMarks([KEY]);
  const expiresAt = NOW / 1000 + 60;
  const first = sign({ expiresAt });
  assert.equal(marks.check(first, 'http', CLAIM.operation, NOW), 'good');
  let honoured = 1;
  for (let i = 0; i < size(1_000_000); i++) {
    const result = marks.check(sign({ expiresAt }), 'http', CLAIM.operation, NOW);
    if (result === 'good') honoured++;
    else assert.equal(result, 'limited');
  }
  assert.equal(honoured, Math.min(20_000, size(1_000_000) + 1));
  assert.equal(marks.check(first, 'http', CLAIM.operation, NOW), 'replayed');
  // When they have run out there is room again.
  const later = NOW + 91_000;
  const next = sign({ expiresAt: later / 1000 + 60 });
  assert.equal(marks.check(next, 'http', CLAIM.operation, later), 'good');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../propagation/testing/random.ts';
import { redactText } from './redact-text.ts';
import { HARMLESS } from './testing/harmless-texts.ts';
import { HOSTILE } from './testing/hostile-texts.ts';
import { SECRETS } from './testing/secret-texts.ts';

for (const [kind, cases] of Object.entries(SECRETS)) {
  test(`${kind}: what is secret goes, and the rest of the text stays`, () => {
    for (const [text, clean] of cases) assert.equal(redactText(text), clean);
  });
}

test('numbers, ids, addresses of machines and sentences come back as they are', () => {
  assert.deepEqual(
    HARMLESS.filter((text) => redactText(text) !== text).map((text) => [text, redactText(text)]),
    [],
  );
});

test('what is redacted once stays as it is, in whatever company', () => {
  const random = createRandom(6);
  const parts = [...Object.values(SECRETS).flatMap((cases) => cases.map(([text]) => text)), ...HARMLESS];
  const glue = ['', ' ', '"', ': ', '=', '&', '@', ',', '\n', '-', '://', '\\"', '('];
  for (let run = 0; run < 3000; run++) {
    const text = Array.from(
      { length: 1 + random.below(5) },
      () => random.pick(parts) + random.pick(glue),
    ).join('');
    const once = redactText(text);
    assert.equal(redactText(once), once, text);
  }
});

test('hostile texts take no longer than their length explains', () => {
  for (const piece of HOSTILE) {
    for (const end of ['', '\n', '!', '@b.co']) {
      const start = performance.now();
      redactText(piece.repeat(Math.ceil(50_000 / piece.length)) + end);
      const taken = performance.now() - start;
      assert.ok(taken < 500, `${piece}: ${taken} ms`);
    }
  }
});

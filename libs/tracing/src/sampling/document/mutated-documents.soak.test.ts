import assert from 'node:assert/strict';
import { test } from 'node:test';
import { size } from '../../testing/size.ts';
import { parseSamplingDocument } from './parse-sampling-document.ts';
import { SamplingDocumentError } from './sampling-document-error.ts';
import { wholeDocument } from './testing/whole-document.ts';

const ODD: readonly unknown[] = [
  ...[null, true, '', '*', 0, -1, 0.5, 5, 1e308, 2 ** 53, [], {}, [[]]],
  ...[{ ratio: 1 }, { perSecond: 1 }, 'always', '24:00', 'UTC', '\u0000', '\ud800', { a: {} }],
];
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

/** A copy in which one value, somewhere, is another one, is gone, or has another name. */
function mutate(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Math.random() < 0.15) return pick(ODD);
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  const key = pick(Object.keys(copy).concat('other'));
  const roll = Math.random();
  if (roll < 0.1) delete copy[key];
  else if (roll < 0.2)
    Object.defineProperty(copy, pick(['__proto__', 'constructor', 'x']), { value: 1, enumerable: true });
  else copy[key] = mutate(copy[key]);
  return copy;
}

/** The same text with one character changed, missing or twice. */
function garble(text: string): string {
  const at = Math.floor(Math.random() * text.length);
  return text.slice(0, at) + pick(['', '{', '"', ',', '9', '\u0000']) + text.slice(at + pick([0, 1]));
}

test('whatever is written, a document is whole or refused with a sentence', () => {
  let good = 0;
  for (let count = size(100_000); count > 0; count--) {
    let document: unknown = wholeDocument;
    for (let times = pick([1, 1, 2, 3]); times > 0; times--) document = mutate(document);
    const text = JSON.stringify(document);
    try {
      const { default: byDefault, rules } = parseSamplingDocument(Math.random() < 0.3 ? garble(text) : text);
      assert.ok([byDefault, ...rules.map(({ policy }) => policy)].every(({ kind }) => kind));
      good++;
    } catch (error) {
      assert.ok(error instanceof SamplingDocumentError && error.problems.length > 0, `${error} for ${text}`);
    }
  }
  assert.ok(good > 0);
});

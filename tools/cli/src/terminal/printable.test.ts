import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printable, printableJson } from './printable.ts';

const hostile = [
  '\x1b[31m',
  '\x9b2J',
  'a\r\nb',
  '\t',
  '\u202eevil',
  '\u200bhidden',
  '\u2028',
  '\ud800',
  '\x00\x7f',
];
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const raw = /[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])/;

test('nothing that a terminal obeys is left, and what was there can be read', () => {
  for (const text of hostile) assert.doesNotMatch(printable(text), raw, JSON.stringify(text));
  assert.equal(printable('a\nb\x1b[31m\u202e'), 'a\\nb\\e[31m\\u{202e}');
});

test('ordinary text of any script stays as it is', () => {
  const text = 'Größe 注文 😀 – "ok" \\n';
  assert.equal(printable(text), text);
});

test('JSON is safe to print and says the same', () => {
  const json = printableJson({ hostile, emoji: '😀', tag: '\u{e0041}' });
  assert.doesNotMatch(json.replaceAll('\n', ''), raw);
  assert.deepEqual(JSON.parse(json), { hostile, emoji: '😀', tag: '\u{e0041}' });
});

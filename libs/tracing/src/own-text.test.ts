import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { now } from './clock.ts';
import { makeLine } from './log/make-line.ts';
import { readCall } from './log/read-call.ts';
import { ownText } from './own-text.ts';
import { attributeName } from './redaction/attribute-name.ts';
import { redactAttribute } from './redaction/redact-attribute.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

test('a copy is the same text, whatever is in it', () => {
  for (const text of ['', 'plain', 'a "quote"\n', '\ud800 alone', '\u2028é'])
    assert.equal(ownText(text), text);
});

test('what is kept of messages, names and statements does not hold the texts that they were cut from', () => {
  const statement = attributeName('db.query.text');
  const before = heapUsed();
  for (let count = 0; count < 40; count++) {
    const body = Buffer.alloc(1_000_000, `${count} is the number of this body `).toString('latin1');
    makeLine(readCall('info', [body.slice(0, 60)]), now());
    attributeName(body.slice(0, 60));
    redactAttribute(statement, body.slice(0, 60));
  }
  const held = heapUsed() - before;
  assert.ok(held < 10_000_000, `${held} bytes are held`);
});

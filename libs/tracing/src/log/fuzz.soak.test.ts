import assert from 'node:assert/strict';
import { test } from 'node:test';
import { now } from '../clock.ts';
import { LogAttributes } from '../otlp/log-attributes.ts';
import { decode, messages, text } from '../testing/protobuf.ts';
import { size } from '../testing/size.ts';
import { makeLine } from './make-line.ts';
import { readCall } from './read-call.ts';
import { randomValue, seededRandom } from './testing/random-value.ts';

const VALUES = size(1_000_000);
const IDS = { traceId: 'f'.repeat(32), spanId: 'e'.repeat(16), traceFlags: 1 };
const IN_LINE = [IDS.traceId, IDS.spanId, '01'];

/** Whatever ends a line somewhere, steers a terminal, turns text round, or is no character at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is about them
const HARMFUL = /[\0-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Much more than any takes, on a machine that does other things as well. */
const LIMIT_MS = 2_000;

function check(json: string): void {
  assert.doesNotMatch(json, HARMFUL);
  assert.ok(Buffer.byteLength(json) <= 16 * 1024);
  const line = JSON.parse(json) as Record<string, unknown>;
  assert.deepEqual([line['trace_id'], line['span_id'], line['trace_flags']], IN_LINE);
  assert.deepEqual(
    [line['level'], typeof line['timestamp'], typeof line['message']],
    ['info', 'string', 'string'],
  );
}

/** All names of the attributes, which are text and unique. */
function checkRecord(attributes: LogAttributes): void {
  const record = decode(Buffer.from(attributes.encoded()));
  const names = messages(record, 6).map((pair) => text(pair, 1));
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.length <= 128);
}

test(`${VALUES} values of all kinds break no line, forge none, and arrive over OTLP`, () => {
  // Stacks are all alike, and would be most of what is checked.
  Error.stackTraceLimit = 2;
  const random = seededRandom(20_261_126);
  const attributes = new LogAttributes({ attributeCountLimit: 128, attributeValueLengthLimit: Infinity });
  const shared = [{ orderId: 'o-1' }];
  for (let count = 0; count < VALUES; count++) {
    const args = Array.from({ length: 1 + (count % 3) }, () => randomValue(random));
    const start = performance.now();
    const { json } = makeLine(readCall('info', args, shared), now(), IDS, attributes);
    const millis = performance.now() - start;
    assert.ok(millis < LIMIT_MS, `${millis} ms for value ${count}`);
    check(json);
    checkRecord(attributes);
    attributes.clear();
  }
});

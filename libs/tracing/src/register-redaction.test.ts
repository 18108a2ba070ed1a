import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { canariesIn } from './redaction/testing/canaries.ts';
import { type Sent, sendCanaries } from './redaction/testing/send-canaries.ts';

const ALL = ['bearer', 'card', 'jwt', 'key', 'mail', 'password'];

let sent: Sent;
before(async () => {
  sent = await sendCanaries();
});

function kindsIn(found: string): string[] {
  return [...new Set(canariesIn(sent.canaries, found))].sort();
}

test('secrets have gone through body, headers, path, query, metadata, errors, statements and baggage', () => {
  const { seen, statements, next } = sent;
  const [ofDatabase = '', ofCall = ''] = seen.errors;
  for (const text of [seen.said, JSON.stringify(seen.headers), ofCall, seen.baggage.join()])
    assert.deepEqual(kindsIn(text), ALL, text);
  for (const text of [statements.join(), ofDatabase])
    assert.deepEqual(kindsIn(text), ['card', 'mail', 'password']);
  assert.deepEqual(kindsIn(next.map(({ url }) => url).join()), ['jwt', 'key', 'mail', 'password']);
});

test('what they were in has arrived: lines, records, spans, metrics, and what the library says itself', () => {
  const { collector, service } = sent;
  const paths = new Set(collector.requests.map(({ path }) => path));
  assert.deepEqual(paths, new Set(['/v1/logs', '/v1/metrics', '/v1/traces']));
  const names = new Set(collector.spans.map(({ name }) => name));
  const expected = [
    'POST /customers/:mail',
    'shop.v1.CartService/List',
    'pg.query:UPDATE shop',
    'for [REDACTED]',
    'GET',
  ];
  for (const name of expected) assert.ok(names.has(name), `${name} of ${[...names]}`);
  const ofErrors = service.lines.filter(({ level }) => level === 'error');
  assert.equal(ofErrors.length, 4);
  assert.match(JSON.stringify(ofErrors), /\[REDACTED\] pays with \[REDACTED\], token \[REDACTED\]/);
  assert.ok(collector.logs.length >= service.lines.length - 2);
  assert.match(service.stderr(), /The span .* has ended/);
});

test('none is in any of them, nor in the baggage of the next call', () => {
  const { canaries, collector, next, service } = sent;
  const sinks = {
    stdout: service.stdout(),
    stderr: service.stderr(),
    otlp: Buffer.concat(collector.requests.map(({ body }) => body)),
    baggage: JSON.stringify(next.map(({ baggage }) => baggage)),
  };
  for (const [sink, found] of Object.entries(sinks)) assert.deepEqual(canariesIn(canaries, found), [], sink);
  assert.equal(next[0]?.baggage, 'tenant=t-1');
});

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import dns from 'node:dns';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { createOutbox } from './create-outbox.ts';
import { createLedger } from './ledger.ts';
import { createOtlpSender } from './otlp-sender.ts';

/** Each answers one request; those after them are taken. */
type Answer = (response: ServerResponse) => void;

async function startWire(
  answers: Answer[],
  { compression = 'none', host = '127.0.0.1', limitMs = 300 } = {},
) {
  const arrivals: { readonly body: Buffer; readonly at: number }[] = [];
  const server = createServer(async (request, response) => {
    arrivals.push({ body: await buffer(request), at: Date.now() });
    const answer = answers.shift() ?? (() => response.end());
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_COMPRESSION: compression };
  // biome-ignore lint/style/noProcessEnv: the SDK reads it when the sender is made
  Object.assign(process.env, env);
  const { send } = createOtlpSender('traces', limitMs);
  const ledger = createLedger();
  const outbox = createOutbox({ send, ledger, what: 'spans', report() {} });
  return {
    arrivals,
    async deliver(payload: Uint8Array, items = 1) {
      ledger.started(items);
      outbox.push({ payload, items, isImportant: false });
      await new Promise<void>((resolve) => outbox.addSource({ push() {}, onIdle: resolve }));
      return ledger.totals();
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const answer =
  (status: number, headers = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end();

for (const compression of ['none', 'gzip']) {
  test(`each attempt sends the same bytes, compression ${compression}`, async () => {
    const hang: Answer = () => {};
    await using wire = await startWire([answer(503), hang], { compression });
    const payload = randomBytes(10_000);
    assert.equal((await wire.deliver(payload)).exported, 1);
    const [first, ...others] = wire.arrivals.map(({ body }) => body);
    assert.equal(others.length, 2);
    for (const other of others) assert.deepEqual(other, first);
    assert.deepEqual(compression === 'gzip' ? gunzipSync(first ?? '') : first, payload);
  });
}

for (const [form, valueFor] of [
  ['seconds', () => '1'],
  ['a date', (end: number) => new Date(end).toUTCString()],
] as const) {
  test(`a collector that asks for a pause by ${form} is left alone for so long`, async () => {
    // A date has no milliseconds.
    const end = Math.ceil(Date.now() / 1000) * 1000 + 1000;
    await using wire = await startWire([answer(429, { 'retry-after': valueFor(end) })]);
    await wire.deliver(Buffer.from('a'));
    const [first = 0, second = 0] = wire.arrivals.map(({ at }) => at);
    const expected = form === 'seconds' ? first + 1000 : end;
    // Timers may be some milliseconds early.
    assert.ok(second > expected - 50, `${expected - second} ms too early`);
  });
}

/** `partial_success { rejected_spans: 2, error_message: "too old" }` */
const PARTIAL = Buffer.from([0x0a, 0x0b, 0x08, 2, 0x12, 7, ...Buffer.from('too old')]);

for (const [what, exported, dropped, respond] of [
  ['takes only some', 3, { rejected: 2 }, (response) => response.end(PARTIAL)],
  ['answers nonsense with status 200', 5, {}, (response) => response.end('x'.repeat(100_000))],
  ['finds it too large', 0, { rejected: 5 }, answer(413)],
  ['redirects', 0, { rejected: 5 }, answer(307, { location: 'http://127.0.0.1:1' })],
] as const satisfies readonly [string, number, object, Answer][]) {
  test(`a request of five to a collector that ${what} is settled by that answer`, async () => {
    await using wire = await startWire([respond]);
    const totals = await wire.deliver(Buffer.from('abcde'), 5);
    assert.deepEqual([totals.exported, totals.dropped, totals.waiting], [exported, dropped, 0]);
    assert.equal(wire.arrivals.length, 1);
  });
}

test('a name server that takes longer than a connection may is waited for', async (t) => {
  const lookup = dns.lookup.bind(undefined) as (...args: unknown[]) => void;
  const slowly = (...args: unknown[]) => setTimeout(lookup, 800, ...args);
  t.mock.method(dns, 'lookup', slowly as never);
  await using wire = await startWire([], { host: 'localhost', limitMs: 10_000 });
  const { exported } = await wire.deliver(Buffer.from('a'));
  assert.deepEqual([exported, wire.arrivals.length], [1, 1]);
});

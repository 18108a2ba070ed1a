import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { promisify } from 'node:util';
import * as grpc from '@grpc/grpc-js';
import { shop } from '../../testing/fixtures/shop.ts';
import { size } from '../../testing/size.ts';
import { until } from '../../testing/until.ts';
import { type Kind, startWriter, type Writer } from './testing/start-writer.ts';

/** Some 30 ms; more on a machine that runs other tests. A write that waits for the reader would take all of the time. */
const MAX_DELAY_MS = 1000;

interface Figures {
  readonly logged: number;
  readonly rss: number;
  readonly p99Ms: number;
  readonly longestMs: number;
  readonly waiting: number;
}

const STOPPED_MS = size(10_000);
/** So that a short time, too, makes more than may wait: 20 KB each. */
const LEAST_CALLS = 300;
const LANES = 16;
/** The 4 MiB that wait, and how far V8 lets the young generation of a busy process grow. */
const MAX_GROWTH = 80 * 1024 * 1024;

async function ask(service: Writer): Promise<Figures> {
  const answer = service.message<Figures>();
  service.send('figures');
  return await answer;
}

function connect(port: number) {
  const Client = grpc.makeGenericClientConstructor(shop, 'shop');
  const client = new Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const list = promisify(
    (client['List'] as (request: object, done: (error: Error | null) => void) => void).bind(client),
  );
  /** Calls for so long, and so often at least. @returns how many calls it made. Rejects when one fails */
  const load = async (calls: number, ms = 0) => {
    const end = performance.now() + ms;
    let made = 0;
    const lane = async () => {
      while (made < calls || performance.now() < end) {
        made++;
        await list({});
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return made;
  };
  return { load, [Symbol.dispose]: () => client.close() };
}

for (const kind of ['pipe', 'socket'] satisfies Kind[]) {
  test(`a ${kind} that nobody reads for ${STOPPED_MS} ms under load: no call fails, memory is bounded, and what was dropped is said`, async (t) => {
    await using service = startWriter(kind, 'talkative-shop', { preload: true, limitMs: 120_000 });
    let output = '';
    service.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const { port } = await service.message<{ port: number }>();
    using client = connect(port);
    // What a busy process takes by itself, it has taken after as much of the same.
    await client.load(LEAST_CALLS, STOPPED_MS);
    const before = await ask(service);
    service.stdout.pause();
    const calls = await client.load(LEAST_CALLS, STOPPED_MS);
    const stopped = await ask(service);
    service.stdout.resume();
    await until(
      () => output.includes('lines were dropped') || undefined,
      'the line that says what was dropped',
    );
    let after = await ask(service);
    while (after.waiting > 0) after = await ask(service);
    t.diagnostic(JSON.stringify({ calls, before, stopped, after }));
    const over = once(service.stdout, 'end');
    service.end();
    await over;
    const lines = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const talk = lines.filter(({ message }) => message === 'talk' || message === 'done');
    const dropped = lines.reduce((sum, line) => sum + (line.dropped ?? 0), 0);
    assert.equal(talk.length + dropped, after.logged);
    assert.ok(dropped > 0);
    assert.ok(stopped.rss - before.rss < MAX_GROWTH, `${stopped.rss - before.rss} bytes`);
    assert.ok(stopped.p99Ms < MAX_DELAY_MS, `${stopped.p99Ms} ms`);
  });
}

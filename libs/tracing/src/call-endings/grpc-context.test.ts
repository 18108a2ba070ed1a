import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { type Collector, startCollector } from '../testing/collector.ts';
import { type Service, startService } from '../testing/service.ts';
import { until } from '../testing/until.ts';
import { start } from './testing/calling.ts';

interface Chain extends AsyncDisposable {
  readonly collector: Collector;
  readonly relay: Service;
  readonly client: grpc.Client;
}

/** This process calls the relay, which calls the server of the table; the last two are traced. */
async function startChain(): Promise<Chain> {
  const collector = await startCollector();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  const server = startService('endings-server', { env });
  const relay = startService('context-relay', { env, args: [await server.port()] });
  const client = new grpc.Client(`127.0.0.1:${await relay.port()}`, grpc.credentials.createInsecure());
  return {
    collector,
    relay,
    client,
    async [Symbol.asyncDispose]() {
      client.close();
      for (const part of [relay, server, collector]) await part[Symbol.asyncDispose]();
    },
  };
}

let chain: Chain;
before(async () => {
  chain = await startChain();
});
after(() => chain[Symbol.asyncDispose]());

for (const style of ['one after the other in callbacks', 'one after the other with await', 'all at once']) {
  test(`calls that a handler makes ${style} are siblings below it`, async () => {
    await start(chain.client, 'unary', { message: style, metadata: new grpc.Metadata() }).status;
    const { span_id: handler } = await chain.relay.line(style);
    await until(() => {
      const calls = chain.collector.spans.filter((span) => span.parentSpanId === handler);
      return calls.length === 3 || undefined;
    }, 'three calls of the handler');
  });
}

test('a line that a client writes in a listener of its stream is of the handler that made the call', async () => {
  const message = 'listening to a stream';
  await start(chain.client, 'unary', { message, metadata: new grpc.Metadata() }).status;
  const { span_id: handler } = await chain.relay.line(message);
  for (const event of ['metadata', 'data', 'end', 'status'])
    assert.equal((await chain.relay.line(`client ${event}`))['span_id'], handler, event);
});

test('a line that a server writes in a listener of its stream is of the call', async () => {
  const metadata = new grpc.Metadata();
  await start(chain.client, 'bidi', { metadata }).status;
  const { stream } = start(chain.client, 'bidi', { metadata, open: true });
  await once(stream, 'data');
  const events = () => chain.relay.lines.filter(({ message }) => String(message).startsWith('server '));
  await until(() => events().length === 4 || undefined, 'the message of each call');
  stream.cancel();
  await until(() => events().length === 6 || undefined, 'the end of each call');
  const calls = Object.groupBy(events(), (line) => String(line['span_id']));
  const messages = Object.values(calls).map((lines = []) => lines.map(({ message }) => message));
  // grpc-js ends each stream, also one that its client has reset, and then tells it that it was cancelled.
  const each = ['server data', 'server end', 'server cancelled'];
  assert.deepEqual(messages, [each, each]);
  for (const id of Object.keys(calls))
    await until(() => chain.collector.spans.find(({ spanId }) => spanId === id), 'the span of the call');
});

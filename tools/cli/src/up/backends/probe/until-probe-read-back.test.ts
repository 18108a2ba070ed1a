import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { recorder } from '../../../terminal/recorder.ts';
import { lokiAnswer } from '../../../trace/testing/loki.ts';
import { readUpConfig } from '../../config.ts';
import { showProgress } from '../../progress.ts';
import { probeSpan } from './probe-documents.ts';
import { readersOf } from './readers.ts';
import { untilProbeReadBack } from './until-probe-read-back.ts';

interface Stack {
  readonly refusals: number;
  /** Paths that find nothing. */
  readonly blind?: RegExp;
}

const spanId = 'b'.repeat(16);
const found = (path: string, traceId: string) => {
  if (path.startsWith('/api/v3')) return { result: probeSpan({ traceId, spanId }, Date.now()) };
  if (path.startsWith('/loki'))
    return lokiAnswer(traceId, 1n, [{ service: 'mesh-up', at: 0, message: 'probe' }]);
  if (path.startsWith('/api/v2')) return [{ traceId, id: spanId }];
  return { hits: { hits: [{ _source: { '@timestamp': '1' } }] } };
};

/** A collector that refuses at first, and stores behind the same port that know what it was sent. */
async function stack(t: TestContext, { refusals, blind = /^$/ }: Stack) {
  let left = refusals;
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    const document = request.method === 'POST' ? JSON.stringify(await json(request)) : '';
    if (path.startsWith('/v1/')) {
      const taken = left-- <= 0;
      if (taken) received.push(document);
      return response.writeHead(taken ? 200 : 503).end('{}');
    }
    const [id = 'none'] = /[0-9a-f]{32}/.exec(path + document) ?? [];
    const known = received.some((taken) => taken.includes(id)) && !blind.test(path);
    return response.writeHead(known ? 200 : 404).end(JSON.stringify(found(path, id)));
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const port = `${(server.address() as AddressInfo).port}`;
  const config = readUpConfig({
    OTLP_HTTP_PORT: port,
    JAEGER_PORT: port,
    LOKI_PORT: port,
    ZIPKIN_PORT: port,
    ELASTICSEARCH_PORT: port,
  });
  if ('problem' in config) throw new Error(config.problem);
  return { config, received, otlpUrl: `http://127.0.0.1:${port}` };
}

async function probe(
  t: TestContext,
  behaviour: Stack,
  patienceMs: number,
  stop = new AbortController().signal,
) {
  const { config, otlpUrl, received } = await stack(t, behaviour);
  const terminal = recorder();
  const progress = showProgress(terminal, false);
  const readers = readersOf(config, ['zipkin', 'elk']);
  await untilProbeReadBack({ otlpUrl, readers, progress, stop, patienceMs });
  return { out: terminal.out(), received };
}

test('one span and one line are sent, as often as it takes, and found in every store', async (t) => {
  const { out, received } = await probe(t, { refusals: 3 }, 20_000);
  for (const name of ['span in Jaeger', 'line in Loki', 'span in Zipkin', 'line in Elasticsearch'])
    assert.match(out, new RegExp(`✓ ${name} `));
  assert.equal(received.length, 2);
});

test('a store that does not get it is named when the patience ends', async (t) => {
  const { out } = await probe(t, { refusals: 0, blind: /loki/ }, 500);
  assert.match(out, /✓ span in Jaeger/);
  assert.match(out, /Telemetry does not arrive everywhere: after 0\.5 s there was no line in Loki; see/);
});

test('a stop ends the waiting without a word', async (t) => {
  const { out } = await probe(t, { refusals: Number.MAX_SAFE_INTEGER }, 20_000, AbortSignal.timeout(100));
  assert.equal(out, '');
});

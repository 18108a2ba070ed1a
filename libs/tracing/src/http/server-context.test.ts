import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer, type SecureServerOptions } from 'node:http2';
import { get, type RequestOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { context, SpanKind, trace } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { recordSpans } from '../testing/record-spans.ts';
import { tlsFile } from '../testing/tls-collector.ts';
import { until } from '../testing/until.ts';
import { serve } from './testing/serve.ts';
import { talk } from './testing/talk.ts';

const spans = recordSpans();
const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const HEAD = `Host: x\r\ntraceparent: 00-${TRACE_ID}-00f067aa0ba902b7-01\r\n`;
const GET = `GET / HTTP/1.1\r\n${HEAD}\r\n`;
const spanId = () => trace.getActiveSpan()?.spanContext().spanId;

test('a request is the child of its caller, and all of its listeners run in its own context', async () => {
  const seen: [event: string, spanId: string | undefined][][] = [];
  await using serving = await serve((request, response) => {
    const events: [string, string | undefined][] = [['request', spanId()]];
    seen.push(events);
    for (const event of ['data', 'end', 'close']) {
      request.on(event, () => events.push([event, spanId()]));
    }
    response.on('close', () => events.push(['answered', spanId()]));
    request.on('end', () => response.end());
  });
  // The second request comes over the connection that the first one opened, its body in a packet of its own.
  using talking = talk(serving.port);
  for (const count of [1, 2]) {
    talking.socket.write(`POST / HTTP/1.1\r\n${HEAD}Content-Length: 4\r\n\r\n`);
    await until(() => seen[count - 1], 'the request');
    talking.socket.write('ab');
    await until(() => (seen[count - 1]?.some(([event]) => event === 'data') ? true : undefined), 'data');
    talking.socket.write('cd');
    const [span] = await spans.take(1);
    assert.equal(span?.spanContext().traceId, TRACE_ID);
    assert.equal(span?.parentSpanContext?.spanId, '00f067aa0ba902b7');
    const ids = seen[count - 1]?.map(([, id]) => id);
    assert.ok((ids?.length ?? 0) >= 5);
    assert.deepEqual(new Set(ids), new Set([span?.spanContext().spanId]));
  }
});

test('a listener learns in the context of its request that the client is gone', async () => {
  const gone = Promise.withResolvers<string | undefined>();
  await using serving = await serve((request, response) => {
    response.on('close', () => gone.resolve(spanId()));
    request.socket.destroySoon();
  });
  using _ = talk(serving.port, GET);
  const id = await gone.promise;
  const [span] = await spans.take(1);
  assert.equal(id, span?.spanContext().spanId);
});

test('a probe is not traced, and neither is what its handler does', async () => {
  const suppressed: boolean[] = [];
  const note = () => suppressed.push(isTracingSuppressed(context.active()));
  await using serving = await serve((request, response) => {
    note();
    request.on('end', () => {
      note();
      response.end();
    });
    request.resume();
    response.on('close', note);
  });
  for (const path of ['/healthz', '/readyz?verbose']) {
    using talking = talk(serving.port, `GET ${path} HTTP/1.1\r\n${HEAD}Content-Length: 1\r\n\r\n`);
    await until(() => suppressed.length % 3 || undefined, 'the request');
    talking.socket.write('x');
    await until(() => (suppressed.length % 3 === 0 ? true : undefined), 'all events');
  }
  assert.deepEqual(suppressed, Array(6).fill(true));
  assert.deepEqual(spans.all, []);
});

const answer = (_: IncomingMessage, response: ServerResponse) => void response.end(spanId());

test('a request with Expect has one span, whichever event handles it and however often it is sent on', async () => {
  for (const [event, expect] of [
    ['request', '100-continue'],
    ['checkContinue', '100-continue'],
    ['checkExpectation', 'wonders'],
  ] as const) {
    for (const sendOn of [true, false]) {
      await using serving = await serve(answer);
      const { server } = serving;
      if (event !== 'request') {
        server.on(event, (request, response) => {
          if (sendOn) server.emit('request', request, response);
          else answer(request, response);
        });
      }
      using talking = talk(serving.port, `GET / HTTP/1.1\r\n${HEAD}Expect: ${expect}\r\n\r\n`);
      const [span, ...others] = await spans.take(1);
      assert.deepEqual(others, []);
      await until(() => talking.heard().match(/[0-9a-f]{16}/)?.[0], 'an answer');
      assert.ok(talking.heard().includes(span?.spanContext().spanId ?? '?'));
    }
  }
});

test('what Node answers before any handler has a span as well', async () => {
  await using serving = await serve(answer);
  for (const [request, status] of [
    ['GET / HTTP/1.1\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\n\r\n', 417],
  ] as const) {
    using _ = talk(serving.port, request);
    const [span] = await spans.take(1);
    assert.equal(span?.attributes['http.response.status_code'], status);
  }
});

test('what the parser refuses is no request and has no span', async () => {
  await using serving = await serve(answer);
  for (const request of ['get / HTTP/1.1\r\nHost: x\r\n\r\n', 'INVENTED / HTTP/1.1\r\nHost: x\r\n\r\n']) {
    using talking = talk(serving.port, request);
    await once(talking.socket, 'close');
    assert.match(talking.heard(), /^HTTP\/1.1 400 /);
  }
  assert.deepEqual(spans.all, []);
});

test('HTTP/1 at a server that speaks HTTP/2 as well is handled in its context', async () => {
  const [ca, cert, key] = ['authority', 'server', 'server-key'].map((name) => readFileSync(tlsFile(name)));
  const seen: (string | undefined)[] = [];
  const options = { cert, key, allowHTTP1: true } as SecureServerOptions;
  const server = createSecureServer(options, (_, response) => {
    seen.push(spanId());
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const request = get({ host: '127.0.0.1', port, ca, agent: false } as RequestOptions);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  const served = (await spans.take(2)).find(({ kind }) => kind === SpanKind.SERVER);
  server.close();
  assert.deepEqual(seen, [served?.spanContext().spanId]);
});

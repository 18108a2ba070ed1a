import assert from 'node:assert/strict';
import { channel } from 'node:diagnostics_channel';
import { get, Server } from 'node:http';
import { test } from 'node:test';
import { diag, ROOT_CONTEXT } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { until } from '../testing/until.ts';
import { HttpInstrumentation } from './http-instrumentation.ts';
import { serve } from './testing/serve.ts';

const exporter = new InMemorySpanExporter();
const boundary = {
  receive: () => ROOT_CONTEXT,
  send: () => {},
  isTarget: () => true,
  isTrusting: () => true,
};
const instrumentation = new HttpInstrumentation(boundary);
instrumentation.setTracerProvider(
  new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
);

test('it traces from when it is enabled until it is disabled, and leaves nothing behind', async () => {
  const { emit } = Server.prototype;
  await using serving = await serve((_, response) => void response.end());
  const ask = async () => {
    await (await fetch(serving.url)).text();
    await new Promise((resolve) => get(serving.url, (response) => response.resume().on('close', resolve)));
  };
  await ask();
  assert.deepEqual(exporter.getFinishedSpans(), []);
  for (const _ of ['first', 'again']) {
    instrumentation.enable();
    instrumentation.enable();
    await ask();
    await until(() => (exporter.getFinishedSpans().length >= 4 ? true : undefined), 'four spans');
    assert.equal(exporter.getFinishedSpans().length, 4);
    instrumentation.disable();
    exporter.reset();
    assert.equal(Server.prototype.emit, emit);
    await ask();
    assert.deepEqual(exporter.getFinishedSpans(), []);
  }
});

test('an error of its own is a warning, and the call goes on', async (t) => {
  const warnings: string[] = [];
  const ignore = () => {};
  const warn = (sentence: string) => void warnings.push(sentence);
  diag.setLogger({ warn, error: ignore, info: ignore, debug: ignore, verbose: ignore });
  t.mock.method(boundary, 'send', () => {
    throw new Error('no luck');
  });
  instrumentation.enable();
  await using serving = await serve((_, response) => void response.end());
  assert.equal((await fetch(serving.url)).status, 200);
  channel('fastify.initialization').publish({ fastify: {} });
  instrumentation.disable();
  diag.disable();
  assert.equal(warnings.length, 2);
  assert.match(warnings[0] ?? '', /not traced, because of an error in @mesh\/tracing .* no luck/);
});

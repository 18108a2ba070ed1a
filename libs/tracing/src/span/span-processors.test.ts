import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import {
  BatchSpanProcessor,
  InMemorySpanExporter,
  type Span,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';
import { startSpans } from './testing/start-spans.ts';

test("the SDK's batch processor and any exporter work on these spans", async () => {
  const { one, addSpanProcessor, forceFlush, shutdown } = startSpans();
  const exporter = new InMemorySpanExporter();
  addSpanProcessor(new BatchSpanProcessor({ exporter, scheduledDelayMillis: 60_000 }));
  const span = one({ attributes: { a: 1 } });
  assert.deepEqual(exporter.getFinishedSpans(), []);
  await forceFlush();
  assert.deepEqual(exporter.getFinishedSpans(), [span]);
  await shutdown();
});

test('a processor sees a span at its start with the context, before its end, when it may still change it, and after', () => {
  const steps: unknown[] = [];
  const processor: SpanProcessor = {
    onStart: (span, context) => steps.push(['start', span.name, trace.getSpan(context), span.ended]),
    onEnding: (span) => steps.push(['ending', span.setAttribute('b', 2).attributes, span.ended]),
    onEnd: (span) => steps.push(['end', (span as Span).setAttribute('c', 3).attributes, span.ended]),
    forceFlush: async () => {},
    shutdown: async () => {},
  };
  const { one, addSpanProcessor } = startSpans();
  addSpanProcessor(processor);
  const parent = trace.wrapSpanContext({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 });
  one({ attributes: { a: 1 } }, trace.setSpan(ROOT_CONTEXT, parent));
  assert.deepEqual(steps, [
    ['start', 'one', parent, false],
    ['ending', { a: 1, b: 2 }, false],
    ['end', { a: 1, b: 2 }, true],
  ]);
});

test('flush and shutdown wait for every processor, and a failing one keeps neither from its end', async () => {
  const done: string[] = [];
  const processor = (name: string, fails: boolean): SpanProcessor => {
    const step = (what: string) => async () => {
      if (fails) throw new Error('broken');
      done.push(`${name} ${what}`);
    };
    return { onStart() {}, onEnd() {}, forceFlush: step('flush'), shutdown: step('shutdown') };
  };
  const { addSpanProcessor, forceFlush, shutdown } = startSpans();
  addSpanProcessor(processor('first', true));
  addSpanProcessor(processor('second', false));
  await forceFlush();
  await shutdown();
  assert.deepEqual(done, ['second flush', 'second shutdown']);
});

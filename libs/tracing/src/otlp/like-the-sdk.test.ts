import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import { AlwaysOnSampler, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { readSpanLimits } from '../env/read-span-limits.ts';
import { createResource } from '../resource.ts';
import { createTracerProvider } from '../span/create-tracer-provider.ts';
import { runSpanScript } from '../span/testing/span-script.ts';
import { createItemBatch } from './item-batch.ts';
import { readRequest } from './testing/read-request.ts';
import { writeSpan } from './write-span.ts';

test('the bytes of a request say the same as those of the serializer of the SDK', async () => {
  const resource = createResource();
  const batch = createItemBatch(resource, writeSpan);
  const sink = { begin() {}, take: batch.add, flush: async () => {} };
  const options = { resource, sampler: new AlwaysOnSampler(), limits: readSpanLimits({}), sink };
  const { provider, addSpanProcessor } = createTracerProvider(options);
  const exporter = new InMemorySpanExporter();
  addSpanProcessor(new SimpleSpanProcessor({ exporter }));
  runSpanScript(provider.getTracer('script'));
  runSpanScript(provider.getTracer('another', '1.0', { schemaUrl: 'https://example.org/schema' }));
  const spans = exporter.getFinishedSpans();
  assert.equal(batch.items, spans.length);
  const expected = ProtobufTraceSerializer.serializeRequest(spans);
  assert.deepEqual(readRequest(batch.take()), readRequest(expected ?? new Uint8Array()));
});

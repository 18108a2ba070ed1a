import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SpanLimits } from '@opentelemetry/sdk-trace';
import {
  AlwaysOnSampler,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { readSpanLimits } from '../env/read-span-limits.ts';
import { createResource } from '../resource.ts';
import { createTracerProvider } from './create-tracer-provider.ts';
import { spanFacts } from './testing/span-facts.ts';
import { runSpanScript } from './testing/span-script.ts';

const resource = createResource();
const sampler = new AlwaysOnSampler();

function factsOfSdk(limits: SpanLimits): object[] {
  const exporter = new InMemorySpanExporter();
  const spanProcessors = [new SimpleSpanProcessor({ exporter })];
  const provider = new TracerProvider({ resource, sampler, spanLimits: limits, spanProcessors });
  runSpanScript(provider.getTracer('script', '1.0'));
  return spanFacts(exporter.getFinishedSpans());
}

function factsOfOurs(limits: Required<SpanLimits>): object[] {
  const exporter = new InMemorySpanExporter();
  const { provider, addSpanProcessor } = createTracerProvider({ resource, sampler, limits });
  addSpanProcessor(new SimpleSpanProcessor({ exporter }));
  runSpanScript(provider.getTracer('script', '1.0'));
  return spanFacts(exporter.getFinishedSpans());
}

test('the same calls give the same spans as with the provider of the SDK', () => {
  const limits = readSpanLimits({});
  assert.deepEqual(factsOfOurs(limits), factsOfSdk(limits));
});

test('the same limits drop and cut the same', () => {
  const limits = {
    attributeCountLimit: 3,
    attributeValueLengthLimit: 2,
    eventCountLimit: 2,
    linkCountLimit: 1,
    attributePerEventCountLimit: 1,
    attributePerLinkCountLimit: 2,
  };
  assert.deepEqual(factsOfOurs(limits), factsOfSdk(limits));
  const none = { ...limits, attributeCountLimit: 0, eventCountLimit: 0, linkCountLimit: 0 };
  assert.deepEqual(factsOfOurs(none), factsOfSdk(none));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import { SamplingDecision } from '@opentelemetry/sdk-trace';
import type { SamplerConfig } from '../env/read-sampling.ts';
import { samplerOf } from './testing/sampler-of.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const BUSINESS = 'grpc.mesh.order.v1.OrderService/GetOrder';

function isSampled(config: Omit<SamplerConfig, 'kind'>, name: string, parentFlags?: number): boolean {
  const parent = { traceId: TRACE_ID, spanId: '00f067aa0ba902b7', traceFlags: parentFlags ?? 0 };
  const context = parentFlags === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
  const { decision } = samplerOf(config).shouldSample(context, TRACE_ID, name, SpanKind.SERVER, {}, []);
  return decision === SamplingDecision.RECORD_AND_SAMPLED;
}

test('each standard sampler decides for a root, and for the child of a sampled and of an unsampled caller', () => {
  const decisions = Object.fromEntries(
    [
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio',
    ].map((name) => [name, [undefined, 1, 0].map((flags) => isSampled({ name, ratio: 0 }, BUSINESS, flags))]),
  );
  assert.deepEqual(decisions, {
    always_on: [true, true, true],
    always_off: [false, false, false],
    traceidratio: [false, false, false],
    parentbased_always_on: [true, true, false],
    parentbased_always_off: [false, true, false],
    parentbased_traceidratio: [false, true, false],
  });
});

test('a ratio keeps the traces whose ids are below it', () => {
  assert.equal(isSampled({ name: 'traceidratio', ratio: 1 }, BUSINESS), true);
});

test('health and reflection are never sampled, whoever calls; names that only look like them are', () => {
  const config = { name: 'always_on', ratio: 1 };
  for (const name of [
    'grpc.grpc.health.v1.Health/Check',
    'grpc.grpc.health.v1.Health/Watch',
    'grpc.grpc.reflection.v1.ServerReflection/ServerReflectionInfo',
    'grpc.grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo',
  ]) {
    assert.equal(isSampled(config, name, 1), false, name);
  }
  assert.equal(isSampled(config, 'grpc.shop.grpc.health.v1.Health/Check', 1), true);
});

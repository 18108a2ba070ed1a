import { RuntimeNodeInstrumentation } from '@opentelemetry/instrumentation-runtime-node';
import { ProtobufMetricsSerializer } from '@opentelemetry/otlp-transformer';
import type { Resource } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { createOtlpExporter } from '../delivery/otlp-exporter.ts';
import type { Outbox } from '../delivery/outbox.ts';
import type { MetricsConfig } from '../env/config.ts';
import { measureProcessMemory } from './process-memory.ts';

/**
 * Measures the process: event loop, heap, garbage collection, memory. The provider is not made the global one:
 * the other instrumentations would then count each call, which the Collector does from the spans.
 *
 * @returns sends the last values and ends; never rejects
 */
export function startMetrics(
  { exportIntervalMillis, exportTimeoutMillis }: MetricsConfig,
  resource: Resource,
  outbox: Outbox,
): () => Promise<void> {
  const exporter = createOtlpExporter(ProtobufMetricsSerializer, outbox);
  const reader = new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis,
    exportTimeoutMillis,
  });
  const provider = new MeterProvider({ resource, readers: [reader] });
  new RuntimeNodeInstrumentation().setMeterProvider(provider);
  measureProcessMemory(provider.getMeter('@mesh/tracing'));
  return () => provider.shutdown();
}

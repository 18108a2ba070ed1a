import type { Resource } from '@opentelemetry/resources';
import type { Outbox } from '../delivery/outbox.ts';
import type { MetricsConfig, PrometheusConfig } from '../env/read-metrics.ts';
import { createMetrics, type Measured } from './create-metrics.ts';
import { callMetrics } from './current-durations.ts';
import type { Metric } from './metric.ts';
import { createMetricsEncoder } from './otlp/create-metrics-encoder.ts';
import type { Outboxes } from './sdk/queue-bytes.ts';

/**
 * Measures calls and the process. Without the SDK's MeterProvider: it takes 30 ms of a start, builds objects for each call
 * and has no exemplars. None is the global one either: the other instrumentations would count calls again.
 *
 * @param outboxes of the signals that are on
 * @returns sends the last values and ends; never rejects
 */
export function startMetrics(
  config: MetricsConfig,
  resource: Resource,
  outboxes: Outboxes,
  measured: Measured,
): () => Promise<void> {
  for (const durations of callMetrics) durations.start(config);
  const { otlp, prometheus } = config;
  const create = () => createMetrics(outboxes, measured);
  const stopSending = otlp ? sendOften(config, resource, outboxes.metrics, create()) : undefined;
  const stopServing = prometheus ? startPrometheus(prometheus, resource, create()) : undefined;
  return async () => {
    await Promise.all([stopSending?.(), stopServing?.()]);
  };
}

function sendOften(
  { exportIntervalMillis }: MetricsConfig,
  resource: Resource,
  outbox: Outbox,
  metrics: readonly Metric[],
): () => Promise<void> {
  const encode = createMetricsEncoder(resource, metrics);
  const send = () => outbox.push({ payload: encode(), items: 1, isImportant: false });
  const timer = setInterval(send, exportIntervalMillis).unref();
  return () => {
    clearInterval(timer);
    send();
    return outbox.drain();
  };
}

/** Loaded only where it is asked for. */
function startPrometheus(
  config: PrometheusConfig,
  resource: Resource,
  metrics: readonly Metric[],
): () => Promise<void> {
  const started = import('./prometheus/serve-metrics.ts').then(({ serveMetrics }) =>
    serveMetrics(config, resource, metrics),
  );
  return async () => (await started)();
}

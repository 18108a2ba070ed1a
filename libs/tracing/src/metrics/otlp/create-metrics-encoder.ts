import type { Resource } from '@opentelemetry/resources';
import { encodeRequest, encodeResource, startScope } from '../../otlp/scope-request.ts';
import type { Metric } from '../metric.ts';
import { writeMetric } from './write-metric.ts';

/**
 * @returns one ExportMetricsServiceRequest with all values as they are now. Not by the SDK's serializer, which knows no
 * exemplars; the frame of it is that of a request with spans.
 */
export function createMetricsEncoder(resource: Resource, metrics: readonly Metric[]): () => Uint8Array {
  const sender = encodeResource(resource);
  const scope = startScope({ name: '@mesh/tracing' });
  const startMillis = Date.now();
  const known = new WeakSet();
  let lastMillis = startMillis;
  return () => {
    const endMillis = Date.now();
    const period = { startMillis, endMillis, lastMillis, known };
    for (const metric of metrics) writeMetric(scope.writer, 2, metric, period);
    const request = encodeRequest(sender, [scope]);
    scope.writer.size = scope.headSize;
    lastMillis = endMillis;
    return request;
  };
}

import { diag } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { deliverAtEnd } from './delivery/end-of-process.ts';
import { ledgers } from './delivery/ledgers.ts';
import { createOtlpOutbox } from './delivery/otlp-outbox.ts';
import type { Outbox } from './delivery/outbox.ts';
import type { BatchConfig, TracingConfig } from './env/config.ts';
import { createInstrumentations } from './instrumentations.ts';
import { createDiagLogger } from './log/diag-logger.ts';
import { writeLastLine } from './log/last-line.ts';
import { setLogSink } from './log/log-sink.ts';
import { serveOldLogsApi } from './log/serve-old-logs-api.ts';
import { startMetrics } from './metrics/start-metrics.ts';
import { createLogProcessor } from './otlp/log-processor.ts';
import { createLogSink } from './otlp/log-sink.ts';
import { createBoundary } from './propagation/create-boundary.ts';
import { createPropagator } from './propagation/create-propagator.ts';
import { setBoundary } from './propagation/current-boundary.ts';
import { setSecretNames } from './redaction/secret-names.ts';
import { createResource } from './resource.ts';
import { startSampling } from './sampling/start-sampling.ts';
import { startSpans } from './start-spans.ts';

/** Old metrics tell little: an hour of them, at some 16 KiB each. One with all the series that there may be fits, too. */
const METRICS_MAX_BYTES = 4 * 1024 * 1024;

/** Starts the SDK for the whole process: spans, context, log records and metrics, sent until the process ends. */
export function startTracing(config: TracingConfig): void {
  setSecretNames(config.secretNames);
  const spans = createOtlpOutbox('traces', config.traces);
  const lines = createOtlpOutbox('logs', config.logs);
  const values = createOtlpOutbox('metrics', { ...config.metrics, maxBytes: METRICS_MAX_BYTES });
  const resource = createResource();
  const boundary = createBoundary(config.propagation);
  setBoundary(boundary);
  const sdk = new NodeSDK({
    resource,
    autoDetectResources: false,
    instrumentations: createInstrumentations(config.grpcInstrumentation, boundary),
    textMapPropagator: createPropagator(config.propagation),
    // None: the SDK then makes no spans of its own.
    spanProcessors: [],
    ...(config.logs && { logRecordProcessors: [startLogs(config, config.logs, resource, lines)] }),
    metricReaders: [],
  });
  // After the constructor, which sets one that prints to stdout when OTEL_LOG_LEVEL is there.
  diag.setLogger(createDiagLogger(), { logLevel: config.diagLevel, suppressOverrideMessage: true });
  const sampling = config.propagationOnly ? undefined : startSampling(config, resource);
  // After what keeps a service from starting, which is told by itself.
  writeLastLine();
  const stopSpans = startSpans(config, resource, spans, sampling?.sampler);
  sdk.start();
  serveOldLogsApi();
  const outboxes = { traces: config.traces && spans, logs: config.logs && lines, metrics: values };
  const stopMetrics =
    config.metrics && startMetrics(config.metrics, resource, outboxes, sampling?.measured ?? {});
  deliverAtEnd({
    outboxes: [spans, lines],
    others: [values],
    async stop() {
      await Promise.all([sampling?.stop(), stopSpans(), sdk.shutdown()]);
      // After them: the last values say what became of the last spans and lines.
      await stopMetrics?.();
    },
  });
}

/** @returns takes the records of other libraries */
function startLogs(
  { logLimits }: TracingConfig,
  batch: BatchConfig,
  resource: Resource,
  outbox: Outbox,
): LogRecordProcessor {
  const sink = createLogSink({
    resource,
    outbox,
    limits: logLimits,
    ledger: ledgers.logs,
    maxBatchItems: batch.maxExportBatchSize,
    delayMillis: batch.scheduledDelayMillis,
  });
  setLogSink(sink);
  return createLogProcessor(sink, sink.flush);
}

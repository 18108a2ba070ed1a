import { diag } from '@opentelemetry/api';
import { ProtobufLogsSerializer, ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs';
import { BatchLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import { BatchSpanProcessor, NoopSpanProcessor } from '@opentelemetry/sdk-trace';
import type { BatchConfig, TracingConfig } from './config.ts';
import { createDiagLogger } from './diag-logger.ts';
import { flushAtExit } from './flush-at-exit.ts';
import { createInstrumentations } from './instrumentations.ts';
import { createOtlpExporter } from './otlp-exporter.ts';
import { createOtlpSender, type Signal } from './otlp-sender.ts';
import type { Outbox } from './outbox.ts';
import { createOutbox } from './outbox.ts';
import { createResource } from './resource.ts';
import { createSampler } from './sampling/create-sampler.ts';
import { startMetrics } from './start-metrics.ts';

/** Old metrics tell little: two minutes of them, at some 8 KiB each. */
const METRICS_MAX_BYTES = 64 * 1024;

/** Starts the SDK for the whole process: spans, context, log records and metrics, sent until the process ends. */
export function startTracing(config: TracingConfig): void {
  const spans = createOtlpOutbox('traces');
  const lines = createOtlpOutbox('logs');
  const values = createOtlpOutbox('metrics', METRICS_MAX_BYTES);
  const resource = createResource();
  const sdk = new NodeSDK({
    resource,
    autoDetectResources: false,
    sampler: createSampler(config.sampler),
    instrumentations: createInstrumentations(),
    // Without the exporter there are still spans: the ids of lines and answers come from them.
    spanProcessors: [config.traces ? spanProcessor(config.traces, spans) : new NoopSpanProcessor()],
    logRecordProcessors: config.logs ? [logProcessor(config.logs, lines)] : [],
    metricReaders: [],
  });
  // After the constructor, which sets one that prints to stdout when OTEL_LOG_LEVEL is there.
  diag.setLogger(createDiagLogger(), { logLevel: config.diagLevel, suppressOverrideMessage: true });
  sdk.start();
  const stopMetrics = config.metrics && startMetrics(config.metrics, resource, values);
  flushAtExit(
    async () => {
      await Promise.all([sdk.shutdown(), stopMetrics?.()]);
    },
    () => {
      for (const outbox of [spans, lines, values]) outbox.close();
    },
  );
}

function createOtlpOutbox(signal: Signal, maxBytes?: number): Outbox {
  const send = createOtlpSender(signal);
  return createOutbox({ send, report: (sentence) => diag.warn(sentence), ...(maxBytes && { maxBytes }) });
}

function spanProcessor(batch: BatchConfig, outbox: Outbox): SpanProcessor {
  return new BatchSpanProcessor({ ...batch, exporter: createOtlpExporter(ProtobufTraceSerializer, outbox) });
}

function logProcessor(batch: BatchConfig, outbox: Outbox): LogRecordProcessor {
  return new BatchLogRecordProcessor({
    ...batch,
    exporter: createOtlpExporter(ProtobufLogsSerializer, outbox),
  });
}

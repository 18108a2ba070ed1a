import { diag } from '@opentelemetry/api';
import { ProtobufLogsSerializer, ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
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
import { createOtlpSender } from './otlp-sender.ts';
import type { Outbox } from './outbox.ts';
import { createOutbox } from './outbox.ts';
import { createSampler } from './sampler.ts';

/** Starts the SDK for the whole process: spans, context and log records, sent until the process ends. */
export function startTracing(config: TracingConfig): void {
  const spans = createOtlpOutbox('traces');
  const lines = createOtlpOutbox('logs');
  const sdk = new NodeSDK({
    resource: defaultResource().merge(resourceFromAttributes({ 'service.namespace': 'mesh' })),
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
  flushAtExit(
    () => sdk.shutdown(),
    () => {
      spans.close();
      lines.close();
    },
  );
}

function createOtlpOutbox(signal: 'traces' | 'logs'): Outbox {
  return createOutbox({ send: createOtlpSender(signal), report: (sentence) => diag.warn(sentence) });
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

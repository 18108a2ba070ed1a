import { accessSync, constants } from 'node:fs';
import { address, anything, count, listOf, oneOf, type Rule } from './env-rule.ts';
import { metricsRules } from './metrics-rules.ts';
import { attributePairs, headerPairs } from './pair-rules.ts';

const exporter = oneOf('otlp', 'none');

const file: Rule = { must: 'a file that can be read', accepts: isReadable };

/** The standard variables that are honoured: https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables */
export const otelRules: Readonly<Record<string, Rule>> = {
  OTEL_SDK_DISABLED: { must: 'true or false', accepts: (value) => /^(true|false)$/i.test(value) },
  OTEL_LOG_LEVEL: oneOf('NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'VERBOSE', 'ALL'),
  OTEL_SERVICE_NAME: anything,
  OTEL_RESOURCE_ATTRIBUTES: attributePairs,
  OTEL_PROPAGATORS: listOf('tracecontext', 'baggage', 'b3', 'b3multi', 'trace-id', 'none'),
  ...rulesFor(['OTEL_TRACES_', 'OTEL_LOGS_'], { EXPORTER: exporter }),
  ...metricsRules,
  ...rulesFor(['OTEL_BSP_', 'OTEL_BLRP_'], {
    SCHEDULE_DELAY: count,
    MAX_QUEUE_SIZE: count,
    MAX_EXPORT_BATCH_SIZE: count,
    EXPORT_TIMEOUT: count,
  }),
  ...rulesFor(['OTEL_METRIC_EXPORT_'], { INTERVAL: count, TIMEOUT: count }),
  ...rulesFor(['OTEL_ATTRIBUTE_', 'OTEL_SPAN_ATTRIBUTE_', 'OTEL_LOGRECORD_ATTRIBUTE_'], {
    COUNT_LIMIT: count,
    VALUE_LENGTH_LIMIT: count,
  }),
  ...rulesFor(['OTEL_SPAN_EVENT_', 'OTEL_SPAN_LINK_', 'OTEL_EVENT_ATTRIBUTE_', 'OTEL_LINK_ATTRIBUTE_'], {
    COUNT_LIMIT: count,
  }),
  ...rulesFor(
    ['', 'TRACES_', 'LOGS_', 'METRICS_'].map((signal) => `OTEL_EXPORTER_OTLP_${signal}`),
    {
      ENDPOINT: address,
      PROTOCOL: oneOf('http/protobuf'),
      HEADERS: headerPairs,
      COMPRESSION: oneOf('none', 'gzip'),
      TIMEOUT: count,
      CERTIFICATE: file,
      CLIENT_CERTIFICATE: file,
      CLIENT_KEY: file,
    },
  ),
  // What this library does anyway; another value would be refused by it and taken by the SDK.
  OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: oneOf('cumulative'),
  OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION: oneOf('explicit_bucket_histogram'),
  // Of the SQL spans; HTTP and gRPC have the stable names whatever it says.
  OTEL_SEMCONV_STABILITY_OPT_IN: listOf('http', 'rpc', 'database', 'database/dup'),
};

function rulesFor(prefixes: string[], rules: Record<string, Rule>): Record<string, Rule> {
  return Object.fromEntries(
    prefixes.flatMap((prefix) => Object.entries(rules).map(([name, rule]) => [prefix + name, rule])),
  );
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

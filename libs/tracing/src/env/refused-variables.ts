/**
 * Variables of the SDK that this library does not take, with what to do instead. Ignoring one would leave its user
 * with a process that does something else than it was told.
 */
export const refusedVariables: Readonly<Record<string, string>> = {
  OTEL_CONFIG_FILE:
    'the SDK turns itself off without an error where it does not know a name in it: use variables',
  OTEL_EXPERIMENTAL_CONFIG_FILE:
    'the SDK turns itself off without an error where it does not know a name in it: use variables',
  OTEL_NODE_RESOURCE_DETECTORS:
    'its detectors add login name, machine id and command line: add what you need to OTEL_RESOURCE_ATTRIBUTES',
  OTEL_NODE_ENABLED_INSTRUMENTATIONS: 'gRPC, HTTP and Postgres are instrumented, and nothing else',
  OTEL_NODE_DISABLED_INSTRUMENTATIONS: 'gRPC, HTTP and Postgres are instrumented, and nothing else',
  OTEL_NODE_EXPERIMENTAL_SDK_METRICS: 'the spans of this library do not pass through what it counts',
  OTEL_SPAN_ATTRIBUTE_PER_EVENT_COUNT_LIMIT: 'the specification calls it OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT',
  OTEL_SPAN_ATTRIBUTE_PER_LINK_COUNT_LIMIT: 'the specification calls it OTEL_LINK_ATTRIBUTE_COUNT_LIMIT',
  OTEL_EXPORTER_OTLP_INSECURE: 'it is for OTLP over gRPC: write http:// or https:// in the endpoint',
  OTEL_EXPORTER_OTLP_TRACES_INSECURE: 'it is for OTLP over gRPC: write http:// or https:// in the endpoint',
  OTEL_EXPORTER_OTLP_LOGS_INSECURE: 'it is for OTLP over gRPC: write http:// or https:// in the endpoint',
  OTEL_EXPORTER_OTLP_METRICS_INSECURE: 'it is for OTLP over gRPC: write http:// or https:// in the endpoint',
  OTEL_EXPORTER_ZIPKIN_ENDPOINT: 'send OTLP to a collector and let it speak to Zipkin',
  OTEL_EXPORTER_ZIPKIN_TIMEOUT: 'send OTLP to a collector and let it speak to Zipkin',
};

import { host, port, positiveInteger } from '@mesh/config';
import { z } from 'zod';

const bytes = positiveInteger(64 * 1024 * 1024);

/** The ports are those of what it stands in for. */
export const configSchema = z.object({
  HOST: host,
  OTLP_HTTP_PORT: port(4318),
  OTLP_GRPC_PORT: port(4317),
  JAEGER_PORT: port(16_686),
  LOKI_PORT: port(3100),
  JAEGER_SAMPLING_PORT: port(5778),
  /** A file in the format of Jaeger's sampling strategies; without one services are told to keep every trace. */
  SAMPLING_STRATEGIES_FILE: z.string().optional(),
  /** Most memory for spans; above it the oldest whole traces go. 64 MiB hold about 60,000 spans. */
  TELEMETRY_LITE_TRACE_BYTES: bytes,
  /** Most memory for log lines; above it the oldest lines go. 64 MiB hold about 25,000 lines. */
  TELEMETRY_LITE_LOG_BYTES: bytes,
});

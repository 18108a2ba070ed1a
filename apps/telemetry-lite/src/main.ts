import { readConfig } from '@mesh/config';
import { configSchema } from './config.ts';
import { createEvictionReport } from './eviction-report.ts';
import { frontPage } from './front-page.ts';
import { httpServer } from './http/server.ts';
import { createIngest } from './ingest.ts';
import { jaegerRoutes } from './jaeger/api.ts';
import { listener } from './listeners.ts';
import { createLog } from './log.ts';
import { createLogStore } from './logs/log-store.ts';
import { lokiRoutes } from './loki/api.ts';
import { otlpGrpcServer } from './otlp/grpc-receiver.ts';
import { otlpHttpRoutes } from './otlp/http-receiver.ts';
import { run } from './run.ts';
import { samplingRoutes } from './sampling/api.ts';
import { strategiesFile } from './sampling/strategies-file.ts';
import { nowNanos } from './time/now.ts';
import { createTraceStore } from './traces/trace-store.ts';

// biome-ignore lint/style/noProcessEnv: the one place that reads the environment
const config = readConfig(configSchema, process.env);
const log = createLog(process.stdout);
const evictions = createEvictionReport(log);
const traces = createTraceStore(config.TELEMETRY_LITE_TRACE_BYTES, evictions.trace);
const logs = createLogStore(config.TELEMETRY_LITE_LOG_BYTES, evictions.lines);
const ingest = createIngest(traces, logs, nowNanos);

const jaeger = httpServer([frontPage(traces.stats, logs.stats), ...jaegerRoutes(traces)], log);
const sampling = httpServer(samplingRoutes(strategiesFile(config.SAMPLING_STRATEGIES_FILE, log)), log);

const on = config.HOST;
const listeners = [
  listener('OTLP_HTTP_PORT', on, config.OTLP_HTTP_PORT, httpServer(otlpHttpRoutes(ingest), log)),
  listener('OTLP_GRPC_PORT', on, config.OTLP_GRPC_PORT, otlpGrpcServer(ingest)),
  listener('JAEGER_PORT', on, config.JAEGER_PORT, jaeger),
  listener('LOKI_PORT', on, config.LOKI_PORT, httpServer(lokiRoutes(logs, nowNanos), log)),
  listener('JAEGER_SAMPLING_PORT', on, config.JAEGER_SAMPLING_PORT, sampling),
];
await run(listeners, log);

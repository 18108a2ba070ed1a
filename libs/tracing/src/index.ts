/** What a service writes itself: lines, trace ids, processors of its spans. The spans come from `@mesh/tracing/register`. */
export type { Logger } from 'winston';
export { keepTrace } from './capture/keep-trace.ts';
export { flushTracing } from './delivery/flush-tracing.ts';
export { inBackground } from './in-background.ts';
export { createLogger, type LoggerOptions } from './log/create-logger.ts';
export { traceFormat } from './log/trace-format.ts';
export { currentSampling, type SamplingReport } from './sampling/current-sampling.ts';
export { addSpanProcessor } from './span/add-span-processor.ts';
export { currentSpanIds, currentTraceparent } from './trace-context.ts';

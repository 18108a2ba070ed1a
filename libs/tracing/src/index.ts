/** What a service writes itself: lines, trace ids, processors of its spans. The spans come from `@mesh/tracing/register`. */
export type { Logger } from 'winston';
export { createLogger, type LoggerOptions } from './create-logger.ts';
export { inBackground } from './in-background.ts';
export { addSpanProcessor } from './span/add-span-processor.ts';
export { currentSpanIds, currentTraceparent } from './trace-context.ts';

/** What a service writes itself: lines and trace ids. The spans come from the preload `@mesh/tracing/register`. */
export type { Logger } from 'winston';
export { createLogger, type LoggerOptions } from './create-logger.ts';
export { inBackground } from './in-background.ts';
export { currentSpanIds, currentTraceId, currentTraceparent } from './trace-context.ts';

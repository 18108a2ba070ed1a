import { addSpanProcessor, createLogger, currentSpanIds, inBackground, type Logger } from '@mesh/tracing';
import { parseSamplingDocument, type SamplingDocument } from '@mesh/tracing/sampling';
import { connectTcp, serveTcp } from '@mesh/tracing/tcp';
import '@mesh/tracing/register';

const log: Logger = createLogger({ level: 'info' });
const ids = currentSpanIds();
export const done: Promise<number> = inBackground('count', ids ? [ids] : [], async () => 1);
addSpanProcessor({
  onStart: () => {},
  onEnd: (span) => log.info(span.name),
  forceFlush: async () => {},
  shutdown: async () => {},
});
export const tcp = { connectTcp, serveTcp };
export const sampling: SamplingDocument = parseSamplingDocument('{}');

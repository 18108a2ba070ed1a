import { trace } from '@opentelemetry/api';
import type { Logger } from 'winston';

/** Were they more, a call would wait so long at the server that its deadline meant little. */
const AT_A_TIME = 12;

export interface Case {
  readonly name: string;
  readonly kind: string;
  /** Makes the call; the outcome, in a word. */
  readonly run: () => Promise<string>;
}

/** Makes each call in a trace of its own, which it tells before and after; then says that it is done. */
export async function makeCases(log: Logger, cases: readonly Case[]): Promise<void> {
  const waiting = [...cases];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await makeCase(log, next);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  log.info('done');
}

function makeCase(log: Logger, { name, kind, run }: Case): Promise<void> {
  return trace.getTracer('endings').startActiveSpan('case', async (span) => {
    log.info('starts', { name, kind });
    const status = await run();
    log.info('ended', { name, kind, status });
    span.end();
  });
}

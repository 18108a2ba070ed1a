import { BackEndError } from '../../http/back-end-error.ts';
import type { LogLine } from '../../trace/log-line.ts';
import type { LineQuery, LineStore } from '../../trace/stores/line-store.ts';
import { unreadableError } from './unreadable-error.ts';

/** With its metadata a line is about 1 KB, and inside of Loki an answer is one gRPC message of at most 4 MiB. */
const pageSize = 1000;

/**
 * Every line about `query`, page by page.
 * @throws {BackEndError}
 */
export async function readAllLines(
  store: LineStore,
  query: Pick<LineQuery, 'about' | 'fromMs' | 'toMs'>,
): Promise<readonly LogLine[]> {
  const all: LogLine[] = [];
  for (let { fromMs } = query; ; ) {
    const read = await store.linesOf({ ...query, fromMs, limit: pageSize, direction: 'forward' });
    const { lines: page, unreadable } = read;
    if (unreadable > 0) throw unreadableError(store.backEnd, unreadable, 'lines');
    if (page.length < pageSize) return [...all, ...page];
    // The last millisecond may be cut: the next page begins with it, so that here it is left out.
    const cutMs = Math.max(...page.map(msOf));
    const whole = page.filter((line) => msOf(line) < cutMs);
    if (whole.length === 0) throw endless(store);
    all.push(...whole);
    fromMs = cutMs;
  }
}

function msOf({ timeNs }: LogLine): number {
  return Number(timeNs / 1_000_000n);
}

function endless({ backEnd: { name, url } }: LineStore): BackEndError {
  return new BackEndError(
    `${name} at ${url} has over ${pageSize} lines in one millisecond: they cannot all be read.`,
  );
}

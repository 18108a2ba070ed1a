import { BackEndError } from '../../http/back-end-error.ts';
import type { LogLine } from '../../trace/log-line.ts';
import { type LineQuery, type LineStore, maxLines } from '../../trace/stores/line-store.ts';

/**
 * Every line about `query`, page by page: a store gives 5000 at a time.
 * @throws {BackEndError}
 */
export async function readAllLines(
  store: LineStore,
  query: Pick<LineQuery, 'about' | 'fromMs' | 'toMs'>,
): Promise<readonly LogLine[]> {
  const all: LogLine[] = [];
  for (let { fromMs } = query; ; ) {
    const page = await store.linesOf({ ...query, fromMs, limit: maxLines, direction: 'forward' });
    if (page.length < maxLines) return [...all, ...page];
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
    `${name} at ${url} has over ${maxLines} lines in one millisecond: they cannot all be read.`,
  );
}

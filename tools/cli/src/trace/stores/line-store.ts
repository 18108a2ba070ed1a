import type { BackEnd } from '../../http/back-end.ts';
import type { LogLine } from '../log-line.ts';
import { byTime } from './by-time.ts';

/** Where log lines are kept. */
export interface LineStore {
  readonly backEnd: BackEnd;
  /**
   * Log lines of all services.
   * @throws {BackEndError}
   */
  linesOf(query: LineQuery): Promise<ReadLines>;
}

/** Lines as they were read. */
export interface ReadLines {
  /** Oldest first, as the store has them: what it has twice comes twice. */
  readonly lines: readonly LogLine[];
  /** Entries that are not lines. */
  readonly unreadable: number;
}

export const noLines: ReadLines = { lines: [], unreadable: 0 };

/** Each entry that is a line, and how many are none. */
export function readEachLine<Entry>(
  entries: readonly Entry[],
  read: (entry: Entry) => LogLine | undefined,
): ReadLines {
  const lines = entries.flatMap((entry) => read(entry) ?? []).sort(byTime);
  return { lines, unreadable: entries.length - lines.length };
}

export interface LineQuery {
  readonly about: LineFilter;
  /** Epoch milliseconds; `toMs` is not part of it. */
  readonly fromMs: number;
  readonly toMs: number;
  /** At most `maxLines`. */
  readonly limit: number;
  /** Which lines the limit keeps. */
  readonly direction: 'forward' | 'backward';
}

/** Ids are of hex digits and dashes: a store writes them into its query as they are. */
export type LineFilter =
  | { readonly traceIds: readonly string[] }
  | { readonly orderId: string }
  | 'any order';

/** Loki's default upper limit of lines in one answer (`max_entries_limit_per_query`); Elasticsearch's is 10,000. */
export const maxLines = 5000;

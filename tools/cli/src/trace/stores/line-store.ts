import type { BackEnd } from '../../http/back-end.ts';
import type { LogLine } from '../log-line.ts';

/** Where log lines are kept. */
export interface LineStore {
  readonly backEnd: BackEnd;
  /**
   * Log lines of all services, oldest first, as the store has them: what it has twice comes twice.
   * @throws {BackEndError}
   */
  linesOf(query: LineQuery): Promise<readonly LogLine[]>;
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

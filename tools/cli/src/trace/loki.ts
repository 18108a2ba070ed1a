import type { BackEnd } from '../http/back-end.ts';
import { BackEndError } from '../http/back-end-error.ts';
import { getJson } from '../http/get-json.ts';
import type { LogLine } from './log-line.ts';
import { readLokiLines } from './loki-lines.ts';

const timeoutMs = 10_000;

export interface LineQuery {
  /** The LogQL stage after the selector of every stream, e.g. `trace_id="…"`. */
  readonly filter: string;
  /** Epoch milliseconds. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly limit: number;
  /** Which lines the limit keeps; they are answered oldest first either way. */
  readonly direction: 'forward' | 'backward';
}

/**
 * Log lines of all services from Loki's `query_range`, oldest first.
 * @throws {BackEndError}
 */
export async function fetchLines(loki: BackEnd, lineQuery: LineQuery): Promise<readonly LogLine[]> {
  const { filter, fromMs, toMs, limit, direction } = lineQuery;
  const query = new URLSearchParams({
    query: `{service_name=~".+"} | ${filter}`,
    start: `${BigInt(Math.floor(fromMs)) * 1_000_000n}`,
    end: `${BigInt(Math.ceil(toMs)) * 1_000_000n}`,
    limit: `${limit}`,
    direction,
  });
  const headers = { 'x-loki-response-encoding-flags': 'categorize-labels' };
  const { json } = await getJson(loki, `/loki/api/v1/query_range?${query}`, { timeoutMs, headers });
  const lines = readLokiLines(json);
  if (lines) return lines;
  const { name, url, variable } = loki;
  throw new BackEndError(
    `What answers at ${url} is not ${name}: no lines came back. ${variable} sets the address.`,
  );
}

import { parseDuration, prometheusUnits } from '../time/duration.ts';
import { parseRfc3339 } from '../time/rfc3339.ts';
import { BadQuery } from './bad-query.ts';

/** Nanoseconds since the epoch; `end` is not part of it. */
export interface TimeRange {
  start: bigint;
  end: bigint;
}

const hour = 3_600_000_000_000n;
/** Loki's `max_query_length`, 30 days and an hour. */
const longest = 721n * hour;

/**
 * Reads `start`, `end` and `since` as Loki does: the last hour by default; a time is nanoseconds, seconds (ten digits
 * at most, or with a decimal point) or RFC 3339.
 * @throws BadQuery
 */
export function parseTimeRange(query: URLSearchParams, now: bigint): TimeRange {
  const end = parseTime(query, 'end') ?? now;
  const start = parseTime(query, 'start') ?? (end < now ? end : now) - parseSince(query.get('since'));
  if (end < start) throw new BadQuery('end timestamp must not be before or equal to start time');
  if (end - start > longest) {
    const hours = (end - start) / hour;
    throw new BadQuery(`the query time range exceeds the limit (query length: ${hours}h, limit: 30d1h)`);
  }
  return { start, end };
}

function parseTime(query: URLSearchParams, name: 'start' | 'end'): bigint | undefined {
  const text = query.get(name);
  if (!text) return undefined;
  if (/^\d{1,10}$/.test(text)) return BigInt(text) * 1_000_000_000n;
  if (/^\d{11,19}$/.test(text)) return BigInt(text);
  if (/^\d{1,10}\.\d*$/.test(text)) return BigInt(Math.round(Number(text) * 1000)) * 1_000_000n;
  const nanos = parseRfc3339(text);
  if (nanos === undefined) throw new BadQuery(`could not parse '${name}' parameter: "${text}" is not a time`);
  return nanos;
}

function parseSince(text: string | null): bigint {
  if (!text) return hour;
  const nanos = parseDuration(text, prometheusUnits);
  if (nanos === undefined)
    throw new BadQuery(`could not parse 'since' parameter: "${text}" is not a duration`);
  return nanos;
}

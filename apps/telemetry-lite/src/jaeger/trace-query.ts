import { goUnits, parseDuration } from '../time/duration.ts';
import { parseRfc3339 } from '../time/rfc3339.ts';
import { BadParameter, malformed } from './error.ts';

/** A search; times and durations in nanoseconds, absent conditions absent. */
export interface TraceQuery {
  service: string | undefined;
  operation: string | undefined;
  startMin: bigint;
  startMax: bigint;
  durationMin: bigint | undefined;
  durationMax: bigint | undefined;
  /** Most traces to answer. */
  limit: number;
}

/** What Jaeger's badger store takes when a query names no number. */
const defaultLimit = 100;

/**
 * Reads a search from the URL in Jaeger 2.13's names (snake_case) or 2.20's (camelCase, `searchDepth`).
 * Parameters that Jaeger 2.13 does not know, attributes among them, are ignored without a word, as there.
 * @throws BadParameter naming the parameter; both times are required
 */
export function parseTraceQuery(parameters: URLSearchParams): TraceQuery {
  const [service] = read(parameters, 'service_name', 'serviceName');
  const [operation] = read(parameters, 'operation_name', 'operationName');
  return {
    service,
    operation,
    startMin: time(...read(parameters, 'start_time_min', 'startTimeMin')),
    startMax: time(...read(parameters, 'start_time_max', 'startTimeMax')),
    durationMin: duration(...read(parameters, 'duration_min', 'durationMin')),
    durationMax: duration(...read(parameters, 'duration_max', 'durationMax')),
    limit: limit(...read(parameters, 'num_traces', 'searchDepth')),
  };
}

type Given = [value: string | undefined, name: string];

function read(parameters: URLSearchParams, ...names: [string, string]): Given {
  const name = names.map((each) => `query.${each}`).find((each) => parameters.get(each));
  return name === undefined ? [undefined, `query.${names[0]}`] : [parameters.get(name) ?? undefined, name];
}

function time(...[value, name]: Given): bigint {
  if (value === undefined)
    throw new BadParameter('query.start_time_min and query.start_time_max are required');
  const nanos = parseRfc3339(value);
  if (nanos === undefined) throw malformed(name, `"${value}" is not an RFC 3339 time`);
  return nanos;
}

function duration(...[value, name]: Given): bigint | undefined {
  if (value === undefined) return undefined;
  const nanos = parseDuration(value, goUnits);
  if (nanos === undefined) throw malformed(name, `"${value}" is not a duration such as 1.5s`);
  return nanos;
}

function limit(...[value, name]: Given): number {
  if (value === undefined) return defaultLimit;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw malformed(name, `"${value}" is not a positive number`);
  return Number(value);
}

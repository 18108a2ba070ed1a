import { type Answer, json, text } from '../http/answer.ts';
import type { Call, Handler, Route } from '../http/route.ts';
import { ParseError } from '../logql/parse-error.ts';
import { parseLogQuery } from '../logql/parse-query.ts';
import type { LogStore } from '../logs/log-store.ts';
import { BadQuery } from './bad-query.ts';
import { labelNames, labelValues } from './labels.ts';
import { parseDirection, parseLimit } from './parameters.ts';
import { selectLines } from './select-lines.ts';
import { streamsAnswer } from './streams-answer.ts';
import { parseTimeRange } from './time-range.ts';

/** The part of Loki's HTTP API that a log reader needs, as Loki 3.7 answers it; refusals are plain text, as there. */
export function lokiRoutes(store: LogStore, now: () => bigint): Route[] {
  return [
    get('/ready', () => text(200, 'ready\n')),
    get('/loki/api/v1/query_range', (call) => queryRange(store, call, now())),
    get('/loki/api/v1/labels', ({ query }) => list(labelNames(store.all(), parseTimeRange(query, now())))),
    get('/loki/api/v1/label/*/values', ({ query, segment }) =>
      list(labelValues(store.all(), parseTimeRange(query, now()), segment)),
    ),
  ];
}

function queryRange(store: LogStore, { query, request }: Call, now: bigint): Answer {
  const lines = selectLines(store.all(), {
    ...parseTimeRange(query, now),
    limit: parseLimit(query.get('limit')),
    direction: parseDirection(query.get('direction')),
    ...parseLogQuery(query.get('query') ?? ''),
  });
  const flags = `${request.headers['x-loki-response-encoding-flags'] ?? ''}`.split(',');
  return json(200, streamsAnswer(lines, flags.includes('categorize-labels')));
}

/** Loki leaves an empty list out. */
function list(data: string[]): Answer {
  return json(200, { status: 'success', ...(data.length > 0 && { data }) });
}

function get(path: string, handle: Handler): Route {
  return {
    method: 'GET',
    path,
    handle: async (call) => {
      try {
        return await handle(call);
      } catch (error) {
        if (error instanceof ParseError || error instanceof BadQuery) return text(400, error.message);
        throw error;
      }
    },
  };
}

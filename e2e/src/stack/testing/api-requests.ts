import type { Scenario } from './scenario.ts';

/** Requests that a reader of Jaeger's API makes, right and wrong ones, by what they ask for. */
export function jaegerRequests(scenario: Scenario): Readonly<Record<string, string>> {
  const whole = {
    'query.start_time_min': '2020-01-01T00:00:00Z',
    'query.start_time_max': '2100-01-01T00:00:00Z',
  };
  const search = (query: Record<string, string>) => `/api/v3/traces?${new URLSearchParams(query)}`;
  const [traceId = ''] = Object.values(scenario);
  return {
    services: '/api/v3/services',
    'operations of a service': '/api/v3/operations?service=order',
    'operations of one kind': '/api/v3/operations?service=order&span_kind=server',
    'operations of nobody': '/api/v3/operations?service=nobody',
    'operations of no service': '/api/v3/operations',
    'a trace': `/api/v3/traces/${traceId}`,
    'a trace in capitals': `/api/v3/traces/${traceId.toUpperCase()}`,
    'an unknown trace': '/api/v3/traces/0123456789abcdef0123456789abcdef',
    'a trace of no id': '/api/v3/traces/not-an-id',
    'a trace of a long id': `/api/v3/traces/${traceId}00`,
    'the trace of nothing': `/api/v3/traces/${'0'.repeat(32)}`,
    'a search of nobody': search({ ...whole, 'query.service_name': 'nobody' }),
    'a search without times': search({ 'query.service_name': 'order' }),
    'a search at no time': search({ ...whole, 'query.start_time_min': 'yesterday' }),
    'a search of too slow ones': search({
      ...whole,
      'query.service_name': 'order',
      'query.duration_min': '1h',
    }),
    'a search with a bad duration': search({
      ...whole,
      'query.service_name': 'order',
      'query.duration_min': 'long',
    }),
  };
}

/** The same for Loki's API. */
export function lokiRequests(scenario: Scenario): Readonly<Record<string, string>> {
  const range = (query: string, more: Record<string, string> = {}) =>
    `/loki/api/v1/query_range?${new URLSearchParams({ query, limit: '1000', ...more })}`;
  const [traceId = ''] = Object.values(scenario);
  const lines = `{service_name=~".+"} | trace_id="${traceId}"`;
  return {
    labels: '/loki/api/v1/labels',
    'values of a label': '/loki/api/v1/label/service_name/values',
    'values of no label': '/loki/api/v1/label/nothing/values',
    'lines of a trace': range(lines),
    'lines of a trace, oldest first': range(lines, { direction: 'forward' }),
    'the last two lines of a trace': range(lines, { limit: '2' }),
    'the first two lines of a trace': range(lines, { limit: '2', direction: 'forward' }),
    'lines of one service': range(`{service_name="order"} | trace_id="${traceId}"`),
    'lines of an unknown trace': range('{service_name=~".+"} | trace_id="0123456789abcdef0123456789abcdef"'),
    'lines of nobody': range('{service_name="nobody"}'),
    'lines of another day': range(lines, { start: '1600000000', end: '1600003600' }),
    'a query that is none': range('give me the lines'),
    'a query without a stream': range('{}'),
    'no query': '/loki/api/v1/query_range?limit=10',
    'too many lines': range(lines, { limit: '5001' }),
    'no lines': range(lines, { limit: '0' }),
    'no number of lines': range(lines, { limit: 'many' }),
    'a direction that is none': range(lines, { direction: 'sideways' }),
    'an end before the start': range(lines, { start: '1600003600', end: '1600000000' }),
  };
}

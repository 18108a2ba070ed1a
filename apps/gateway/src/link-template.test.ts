import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configSchema } from './config.ts';
import { startGateway } from './testing/gateway.ts';

const problem = (value: string) => configSchema.safeParse({ LOGS_URL: value }).error?.issues[0]?.message;

test('a link template that no header can carry is refused at the start, not at the first request', () => {
  for (const end of ['\n', '\r\nset-cookie: a=b', ' b', 'ü', '>; rel="logs"']) {
    assert.equal(problem(`http://logs.example/{traceId}${end}`), 'must be a URL that holds {traceId}', end);
  }
});

test('a link template may go on after the id', () => {
  assert.equal(problem('https://logs.example/explore?left=%7B%22q%22:%22{traceId}%22%7D&now=1'), undefined);
});

test('a link into Grafana’s Explore comes out with the id in its query, as a header that can be followed', async (t) => {
  const query = '{service_name=~".+"} | trace_id="TRACE_ID"';
  const panes = { a: { datasource: 'loki', queries: [{ refId: 'A', expr: query }] } };
  const explore = new URL('http://127.0.0.1:3000/explore?schemaVersion=1&orgId=1');
  explore.searchParams.set('panes', JSON.stringify(panes));
  const LOGS_URL = explore.href.replace('TRACE_ID', '{traceId}');
  const { TRACE_URL: traceUrl, LOGS_URL: logsUrl } = configSchema.parse({ LOGS_URL });
  const { url } = await startGateway(t, {}, () => undefined, { traceUrl, logsUrl });
  const { headers } = await fetch(`${url}/nowhere`);
  const [, link = ''] = /<([^>]*)>; rel="logs"/.exec(headers.get('link') ?? '') ?? [];
  const { a } = JSON.parse(new URL(link).searchParams.get('panes') ?? '');
  const traceId = headers.get('x-trace-id') ?? assert.fail();
  assert.equal(a.queries[0].expr, query.replace('TRACE_ID', traceId));
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryRoot } from '../../host/home.ts';
import { exploreUrl } from './explore-url.ts';

const url = exploreUrl('http://127.0.0.1:3000');

test('the page asks Loki for the lines of one trace and for nothing else', () => {
  const id = 'ab'.repeat(16);
  const { pathname, searchParams } = new URL(url.replace('{traceId}', id));
  assert.equal(pathname, '/explore');
  const panes = Object.values(JSON.parse(searchParams.get('panes') ?? ''));
  assert.equal(panes.length, 1);
  const [{ datasource, queries }] = panes as [{ datasource: string; queries: { expr: string }[] }];
  assert.equal(datasource, 'loki');
  assert.deepEqual(
    queries.map(({ expr }) => expr),
    [`{service_name=~".+"} | trace_id="${id}"`],
  );
});

test('the services in containers have the same link', () => {
  const compose = readFileSync(join(repositoryRoot, 'docker-compose.yml'), 'utf8');
  const [, link = ''] = /LOGS_URL: (.*)/.exec(compose) ?? [];
  assert.equal(link.replace(/:\$\{GRAFANA_PORT:-(\d+)\}/, ':$1'), url);
});

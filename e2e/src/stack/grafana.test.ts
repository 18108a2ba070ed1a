import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDashboards } from './grafana/dashboards.ts';
import { readDataSources } from './grafana/provisioning.ts';
import { needs } from './testing/parts.ts';

/** Of a running `docker compose up`: its image is in no package registry, so a test cannot start it everywhere. */
// biome-ignore lint/style/noProcessEnv: the tests have no other way to be told
const grafanaUrl = process.env['GRAFANA_URL'] ?? '';
const here = needs('grafana', grafanaUrl !== '');

test('Grafana has taken the data sources, each with its uid and its type', here, async () => {
  const { datasources } = await ask<{ datasources: Record<string, { uid: string; type: string }> }>(
    '/api/frontend/settings',
  );
  const taken = new Map(Object.values(datasources).map(({ uid, type }) => [uid, type]));
  for (const { uid, type } of (await readDataSources()).values()) assert.equal(taken.get(uid), type);
});

test('Grafana has taken the dashboards, each with all its panels', here, async () => {
  for (const { uid, panels } of await readDashboards()) {
    const { dashboard } = await ask<{ dashboard: { panels: unknown[] } }>(`/api/dashboards/uid/${uid}`);
    assert.equal(dashboard.panels.length, panels.length, uid);
  }
});

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(grafanaUrl + path);
  assert.equal(response.status, 200, path);
  return (await response.json()) as T;
}

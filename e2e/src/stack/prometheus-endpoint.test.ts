import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { defer } from '../testing/defer.ts';
import { createMeshEnvironment, type MeshEnvironment } from '../testing/mesh-environment.ts';
import { repository } from '../testing/repository.ts';
import { until } from '../testing/until.ts';
import { queryExemplars, queryPrometheus } from './grafana/ask-prometheus.ts';
import { nativePath } from './testing/native-path.ts';
import { startNativeProcess } from './testing/native-process.ts';

/** Calls itself once; its call is sampled. */
const PROGRAM = `
  const { createServer } = require('node:http');
  const server = createServer((request, response) => response.end());
  server.listen(0, '127.0.0.1', () => fetch('http://127.0.0.1:' + server.address().port));
`;

test('a real Prometheus that scrapes a service has its calls, with exemplars; promtool finds nothing to say', async (t) => {
  const environment = await createMeshEnvironment();
  defer(t, () => environment.remove());
  const target = `127.0.0.1:${environment.ports.GATEWAY_HTTP_PORT}`;
  startService(t, environment.ports.GATEWAY_HTTP_PORT);
  const calls = 'http_server_request_duration_seconds_count';
  const body = await until('the call', async () => {
    const answer = await (await fetch(`http://${target}/metrics`)).text();
    return answer.includes(calls) && answer;
  });
  assert.deepEqual(await lint(body), { code: 0, said: '' });
  const url = await startPrometheus(t, environment, target);
  const [series] = await until('a scrape', async () => {
    const found = await queryPrometheus(url, { expr: calls });
    return found.length > 0 && found;
  });
  assert.deepEqual([series?.metric['service_name'], series?.values], ['cart', [1]]);
  const [exemplar] = await queryExemplars(url, 'http_server_request_duration_seconds_bucket', 60);
  assert.match(exemplar?.labels['trace_id'] ?? '', /^[0-9a-f]{32}$/);
});

function startService(t: TestContext, port: number): void {
  const args = ['-C', '@mesh/source', '--import', '@mesh/tracing/register', '-e', PROGRAM];
  const env = {
    OTEL_SERVICE_NAME: 'cart',
    OTEL_METRICS_EXPORTER: 'prometheus',
    OTEL_EXPORTER_PROMETHEUS_HOST: '127.0.0.1',
    OTEL_EXPORTER_PROMETHEUS_PORT: `${port}`,
    OTEL_TRACES_EXPORTER: 'none',
    OTEL_LOGS_EXPORTER: 'none',
  };
  const child = spawn(process.execPath, args, { cwd: repository, env, stdio: 'ignore' });
  defer(t, () => child.kill());
}

async function lint(body: string) {
  const child = spawn(await nativePath('promtool'), ['check', 'metrics'], { stdio: 'pipe' });
  child.stdin.end(body);
  const code = new Promise((resolve) => child.on('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, said: out + err };
}

async function startPrometheus(t: TestContext, { home, ports }: MeshEnvironment, target: string) {
  const config = join(home, 'prometheus.json');
  const job = { job_name: 'cart', static_configs: [{ targets: [target] }] };
  await writeFile(config, JSON.stringify({ global: { scrape_interval: '1s' }, scrape_configs: [job] }));
  const address = `127.0.0.1:${ports.PROMETHEUS_PORT}`;
  const prometheus = await startNativeProcess('prometheus', {
    args: [
      `--config.file=${config}`,
      `--web.listen-address=${address}`,
      `--storage.tsdb.path=${join(home, 'prometheus')}`,
      '--enable-feature=exemplar-storage',
    ],
    environment: {},
    folder: home,
    healthUrl: `http://${address}/-/ready`,
  });
  defer(t, () => prometheus.end());
  return `http://${address}`;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readUpConfig } from '../../config.ts';
import { targetsOf } from './prometheus-program.ts';

test('Prometheus asks the same jobs as in containers, at their addresses here', () => {
  const config = readUpConfig({ COLLECTOR_METRICS_PORT: '18888' });
  if ('problem' in config) throw new Error(config.problem);
  const jobs = JSON.parse(targetsOf(config)).map(
    ({ labels, targets }: { labels: { job: string }; targets: string[] }) => [labels.job, ...targets],
  );
  assert.deepEqual(jobs, [
    ['otel-collector', '127.0.0.1:18888'],
    ['jaeger', '127.0.0.1:8887'],
    ['loki', '127.0.0.1:3100'],
    ['prometheus', '127.0.0.1:9090'],
  ]);
});

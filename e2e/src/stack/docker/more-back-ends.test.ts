import { test } from 'node:test';
import { defer } from '../../testing/defer.ts';
import { needs } from '../testing/parts.ts';
import { canRunEngine, openEngine } from './testing/engine.ts';
import { isFollowed, order } from './testing/follow-order.ts';
import { openCompose, type Variant } from './testing/open-compose.ts';
import { readVariant } from './testing/read-variant.ts';
import { run } from './testing/run.ts';

const here = needs('docker', await canRunEngine());

const variants = [
  ['zipkin', 'Zipkin', 'ZIPKIN_URL', 'ZIPKIN_PORT'],
  ['elk', 'Elasticsearch', 'ELASTICSEARCH_URL', 'ELASTICSEARCH_PORT'],
] as const;

for (const [variant, store, variable, port] of variants) {
  test(
    `the ${variant} variant comes up healthy, and an order can be followed in ${store}`,
    here,
    async (t) => {
      const project = await openCompose(['direct', variant]);
      defer(t, () => project.close());
      await project.compose('build', '--quiet');
      await project.compose('up', '--detach', '--wait');
      const traceId = await order(project);
      await isFollowed(project, traceId);
      await isFollowed(project, traceId, { [variable]: `http://127.0.0.1:${project.ports[port]}` });
    },
  );
}

// The local images cannot stand in for these two.
for (const [part, files] of [
  ['grafana', []],
  ['kibana', ['elk']],
] as const) {
  const isHere = !here.skip && (await hasImage(part, files));

  test(`${part} comes up healthy from its own image`, needs(part, isHere), async (t) => {
    const project = await openCompose(files);
    defer(t, () => project.close());
    await project.compose('up', '--detach', '--wait', part);
  });
}

async function hasImage(part: string, variants: readonly Variant[]): Promise<boolean> {
  const engine = await openEngine();
  const image = (await readVariant(variants))[part]?.image ?? '';
  return await run('docker', ['image', 'inspect', image], engine.variables)
    .then(
      () => true,
      () => false,
    )
    .finally(() => engine.close());
}

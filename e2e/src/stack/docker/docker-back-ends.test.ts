import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { after, before, test } from 'node:test';
import { placeOrder } from '../../testing/place-order.ts';
import { runMesh } from '../../testing/run-program.ts';
import { describe, startHost, untilUp } from '../../testing/start-mesh.ts';
import { needs } from '../testing/parts.ts';
import { composeProgram } from './testing/compose-program.ts';
import { canRunEngine } from './testing/engine.ts';
import { type ComposeProject, openCompose } from './testing/open-compose.ts';

const here = needs('docker', await canRunEngine());
// biome-ignore lint/style/noProcessEnv: compose is found on the PATH
const path = process.env['PATH'];
let project: ComposeProject;
before(async () => {
  if (!here.skip) project = await openCompose(['direct']);
});
after(() => project?.close());

test(
  'with --backends docker the services run here on containers, which end with the mesh and keep their data',
  here,
  async () => {
    const environment = {
      ...project.variables,
      ...project.engineVariables,
      COMPOSE_PROJECT_NAME: project.name,
      MESH_COMPOSE_FILES: 'deploy/compose/local-images.yml',
      PATH: `${dirname(await composeProgram())}:${path}`,
    };
    const host = startHost(environment, ['--backends', 'docker']);
    const mesh = describe(project, host);
    try {
      await untilUp(host, 180_000);
      const items = [{ sku: 'SKU-0001', quantity: 1 }];
      const { headers } = await placeOrder(mesh.gatewayUrl, { key: randomUUID(), items });
      const traceId = headers.get('x-trace-id') ?? '';
      const trace = await runMesh(['trace', traceId], project.variables);
      assert.match(trace.stdout, /gateway → order → inventory · 11 spans · 5 log lines/);
      assert.match(headers.get('link') ?? '', new RegExp(`/trace/${traceId}>; rel="trace", <[^>]+/explore`));
    } finally {
      host.signal('SIGTERM');
      await host.ended;
    }
    assert.equal((await project.compose('ps', '--services', '--status', 'running')).trim(), '');
    assert.match(await project.docker('volume', 'ls', '--quiet'), new RegExp(`${project.name}_jaeger`));
  },
);

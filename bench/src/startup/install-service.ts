import { execFile } from 'node:child_process';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const bench = new URL('../../', import.meta.url);
const PACK = fileURLToPath(new URL('../libs/tracing/pack/main.mjs', bench));

/** A folder outside the workspace with the fixture as it is built, and what it needs as npm installs it. */
export async function installService(): Promise<AsyncDisposable & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'mesh-startup-'));
  await using undo = new AsyncDisposableStack();
  undo.defer(() => rm(folder, { recursive: true, force: true }));
  await cp(new URL('startup/', bench), folder, { recursive: true });
  for (const part of ['fixture', 'processes'])
    await cp(new URL(`dist/${part}/`, bench), join(folder, part), { recursive: true });
  await cp(new URL('src/fixture/shop.proto', bench), join(folder, 'fixture/shop.proto'));
  const { stdout } = await run(process.execPath, [PACK, folder]);
  await rename(join(folder, stdout.trim()), join(folder, 'mesh-tracing.tgz'));
  const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  await run('npm', ['install', ...quick], { cwd: folder });
  const kept = undo.move();
  return { folder, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

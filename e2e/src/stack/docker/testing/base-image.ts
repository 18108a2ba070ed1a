import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { run } from './run.ts';

const baseImage = 'mesh-local/debian:13';

/**
 * Debian 13 out of its own packages, with nothing of this machine. Its busybox stands in for the one of the images that
 * have one.
 */
export async function makeBaseImage({ variables }: Engine): Promise<void> {
  const isThere = run('docker', ['image', 'inspect', baseImage], variables).then(
    () => true,
    () => false,
  );
  if (await isThere) return;
  await using folder = await mkdtempDisposable(join(tmpdir(), 'mesh-debian-'));
  const root = join(folder.path, 'root');
  await run('debootstrap', ['--variant=minbase', '--include=busybox-static', 'trixie', root]);
  const pack = `tar -C "$1" --exclude=./var/cache/apt/archives/*.deb --exclude=./var/lib/apt/lists/* -c . |
    docker import --change 'CMD ["/bin/sh"]' - "$2"`;
  await run('bash', ['-o', 'pipefail', '-c', pack, 'bash', root, baseImage], variables);
}

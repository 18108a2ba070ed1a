import { createHash } from 'node:crypto';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { isMadeOf, madeOf } from './made-of.ts';
import { run } from './run.ts';

const tag = 'mesh-local/debian:13';

/** The busybox stands in for that of the images which have one. */
const bootstrap = ['--variant=minbase', '--include=busybox-static', 'trixie'];

/** debootstrap takes over this machine's name and name servers. */
const pack = `tar -C "$1" --exclude=./etc/hostname --exclude=./etc/resolv.conf --exclude=./var/cache/apt/* \\
  --exclude=./var/lib/apt/lists/* --exclude=./var/log/* -c . | docker import --change "LABEL $2" - "$3"`;

/** Debian 13 out of its own packages, with nothing of this machine. */
export async function makeBaseImage(engine: Engine): Promise<void> {
  const digest = createHash('sha256')
    .update(JSON.stringify([bootstrap, pack]))
    .digest('hex');
  if (await isMadeOf(engine, tag, digest)) return;
  await using folder = await mkdtempDisposable(join(tmpdir(), 'mesh-debian-'));
  const root = join(folder.path, 'root');
  await run('debootstrap', [...bootstrap, root]);
  const args = [root, `${madeOf}=${digest}`, tag];
  await run('bash', ['-o', 'pipefail', '-c', pack, 'bash', ...args], engine.variables);
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROTOS } from './protos.ts';
import type { Repository } from './repository.ts';

const IMAGE = 'image.binpb';

/**
 * The protos keep to buf's lint rules and break no client. They are compared with the image that was committed
 * when they were last accepted, so that it works in a shallow clone; a compatible change must be accepted as well,
 * else the next one could take it away unseen.
 */
export function checkWire({ root }: Repository): string[] {
  const buf = (...words: string[]) => run(join(root, PROTOS), words);
  const unclean = buf('lint');
  if (unclean) return [`${PROTOS} does not pass buf lint:\n${unclean}`];
  const broken = buf('breaking', '--against', IMAGE);
  if (broken) {
    return [
      `${PROTOS} breaks existing clients (against ${PROTOS}/${IMAGE}):\n${broken}\n` +
        'Keep the old names and numbers; if the break is meant, run `npm run accept:breaking -w protos`.',
    ];
  }
  return isAccepted(join(root, PROTOS), buf)
    ? []
    : [
        `${PROTOS}/${IMAGE} lacks the newest change of the protos: run \`npm run accept -w protos\` and commit it.`,
      ];
}

function isAccepted(folder: string, buf: (...words: string[]) => string): boolean {
  const scratch = mkdtempSync(join(tmpdir(), 'mesh-image-'));
  try {
    const fresh = join(scratch, IMAGE);
    buf('build', '--exclude-source-info', '-o', fresh);
    return readFileSync(fresh).equals(readFileSync(join(folder, IMAGE)));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Runs buf in a folder and answers what it complains about, empty if all is well. */
function run(cwd: string, words: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('buf', words, { cwd, encoding: 'utf8' });
  if (error) throw new Error('buf cannot be started: run the checks by `npm run check`.', { cause: error });
  return status === 0 ? '' : (stdout + stderr).trim() || `buf ${words[0]} ended with ${status}`;
}

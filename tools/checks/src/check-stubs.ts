import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROTOS, scriptOf } from './protos.ts';
import type { Repository } from './repository.ts';

const OUT = 'src/gen';

/** The committed stubs are what `npm run generate` makes of the protos now: generated anew elsewhere and compared. */
export function checkStubs(repository: Repository): string[] {
  const fresh = mkdtempSync(join(tmpdir(), 'mesh-stubs-'));
  try {
    return generate(repository, fresh) ?? compare(join(repository.root, PROTOS, OUT), fresh);
  } finally {
    rmSync(fresh, { recursive: true });
  }
}

/** Runs the generate script into another folder; answers complaints only if it fails. */
function generate(repository: Repository, folder: string): string[] | undefined {
  const command = scriptOf(repository, 'generate').replace(`--outDir=${OUT}`, `--outDir=${folder}`);
  const cwd = join(repository.root, PROTOS);
  const { status, stderr } = spawnSync(command, { cwd, shell: true, encoding: 'utf8' });
  return status === 0 ? undefined : [`${PROTOS}: \`npm run generate\` fails:\n${stderr.trim()}`];
}

function compare(committed: string, fresh: string): string[] {
  const files = new Set([...filesIn(committed), ...filesIn(fresh)]);
  return [...files]
    .sort()
    .filter((file) => contentOf(join(committed, file)) !== contentOf(join(fresh, file)))
    .map(
      (file) =>
        `${PROTOS}/${OUT}/${file} is not what the protos give: run \`npm run generate\` and commit it.`,
    );
}

function filesIn(folder: string): string[] {
  return globSync('**/*.ts', { cwd: folder });
}

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

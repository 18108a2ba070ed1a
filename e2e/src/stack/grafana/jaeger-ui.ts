import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../../testing/repository.ts';
import { runProgram } from '../../testing/run-program.ts';

/** Not in the repository: Jaeger's own page, built, as a tar.gz. Where it is usually put, and what says otherwise. */
const archive =
  // biome-ignore lint/style/noProcessEnv: the tests have no other way to be told
  process.env['JAEGER_UI_ARCHIVE'] || join(repository, '../shared/ui/jaeger-ui-1.76.0.tar.gz');

export const jaegerUiIsHere = existsSync(archive);

/** A folder with the page, for JAEGER_UI_ASSETS. */
export interface JaegerUi {
  readonly folder: string;
  remove(): Promise<void>;
}

export async function unpackJaegerUi(): Promise<JaegerUi> {
  const folder = await mkdtemp(join(tmpdir(), 'mesh-jaeger-ui-'));
  const { code, stderr } = await runProgram('tar', ['-xzf', archive, '-C', folder], {});
  if (code !== 0) throw new Error(stderr);
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

import { join } from 'node:path';
import type { Env } from '../command.ts';
import { runTool } from '../host/run-tool.ts';
import { GO_FLAGS, GO_SETTINGS } from './go-build.ts';
import type { Making } from './making.ts';
import type { NativeUnit } from './native-unit.ts';

/** Builds the programs of a Go module into `draft`. Rejects with a sentence. */
export async function buildModule(
  { folder, programs }: NativeUnit & { kind: 'go' },
  draft: string,
  { env, logFile, signal, onPackage }: Making,
): Promise<void> {
  for (const { file, goPackage } of programs) {
    const output = join(draft, file);
    await runTool({
      command: 'go',
      args: ['build', ...GO_FLAGS, '-o', output, goPackage],
      cwd: folder,
      env: { ...env, ...GO_SETTINGS } satisfies Env,
      logFile,
      onLine: onPackage,
      signal,
    });
  }
}

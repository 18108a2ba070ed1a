import { join } from 'node:path';
import type { Env } from '../command.ts';
import { runTool } from '../host/run-tool.ts';
import type { Making } from './making.ts';
import type { NativeUnit } from './native-unit.ts';

/**
 * Without C the programs run on any system of their kind; the setting is part of the key of Go's own cache, as are
 * -trimpath and -ldflags, so they must be the same everywhere or everything is compiled once more.
 */
const SETTINGS = { CGO_ENABLED: '0', GOWORK: 'off', GOFLAGS: '-mod=readonly -buildvcs=false' };

/** Builds the programs of a Go module into `draft`. Rejects with a sentence. */
export async function buildModule(
  { folder, programs }: NativeUnit & { kind: 'go' },
  draft: string,
  { env, logFile, signal, onStep }: Making,
): Promise<void> {
  for (const { file, goPackage } of programs) {
    const output = join(draft, file);
    await runTool({
      command: 'go',
      args: ['build', '-v', '-trimpath', '-ldflags=-s -w', '-o', output, goPackage],
      cwd: folder,
      env: { ...env, ...SETTINGS } satisfies Env,
      logFile,
      // -v names each package when it is compiled, and go itself each module that it downloads.
      onLine: onStep,
      signal,
    });
  }
}

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Env } from '../../command.ts';

/** A machine of a test: its PATH has these programs only, shell scripts, beside the shell's own. */
export interface FakeMachine {
  readonly folder: string;
  readonly env: Env;
}

export function fakeMachine(t: TestContext, tools: Readonly<Record<string, string>>): FakeMachine {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-tools-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const [name, script] of Object.entries(tools)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return { folder, env: { PATH: bin, HOME: folder, XDG_CACHE_HOME: join(folder, 'cache') } };
}

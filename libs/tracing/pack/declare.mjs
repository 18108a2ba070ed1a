import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tracing = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url));

/** Writes the types of what can be imported, with what these refer to. */
export function declare(folder) {
  const config = join(tracing, 'pack/tsconfig.json');
  execFileSync(process.execPath, [tsc, '-p', config, '--outDir', folder], { stdio: 'inherit' });
  mkdirSync(folder, { recursive: true });
  // It is imported for what it does.
  writeFileSync(join(folder, 'register.d.ts'), 'export {};\n');
}

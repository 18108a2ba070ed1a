// `npm run pack:tracing -- <folder>` puts the package into that folder, as a tarball that npm installs anywhere.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stage } from './stage.mjs';

const target = resolve(process.argv[2] ?? '.');
const staged = mkdtempSync(join(tmpdir(), 'mesh-tracing-'));
try {
  await stage(staged);
  mkdirSync(target, { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--pack-destination', target], { cwd: staged, stdio: 'inherit' });
} finally {
  rmSync(staged, { recursive: true });
}

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { declare } from './declare.mjs';
import { licencesOf } from './licences.mjs';
import { packageManifest } from './manifest.mjs';

const tracing = fileURLToPath(new URL('..', import.meta.url));

/** A link that leads out of the package: `[why](../../docs/adr/x.md)`. */
const TO_REPOSITORY = /\[([^\]]+)\]\(\.\.\/\.\.\/([^)]+)\)/g;

/** Fills an empty folder with all that the package consists of, ready for `npm pack`. */
export async function stage(folder) {
  const dist = join(folder, 'dist');
  mkdirSync(dist, { recursive: true });
  declare(dist);
  const foreign = await bundle(dist);
  writeFileSync(join(dist, 'third-party-licences.txt'), licencesOf(foreign, tracing));
  const manifest = JSON.parse(readFileSync(join(tracing, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageManifest(manifest), undefined, 2)}\n`);
  const readme = readFileSync(join(tracing, 'README.md'), 'utf8');
  writeFileSync(join(folder, 'README.md'), readme.replaceAll(TO_REPOSITORY, '$1 (`$2` in the repository)'));
  copyFileSync(join(tracing, '../../LICENSE'), join(folder, 'LICENSE'));
}

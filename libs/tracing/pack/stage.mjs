import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { declare } from './declare.mjs';
import { licencesOf } from './licences.mjs';
import { packageManifest } from './manifest.mjs';

const tracing = fileURLToPath(new URL('..', import.meta.url));

/** Fills an empty folder with all that the package consists of, ready for `npm pack`. */
export async function stage(folder) {
  const dist = join(folder, 'dist');
  mkdirSync(dist, { recursive: true });
  declare(dist);
  const foreign = await bundle(dist);
  writeFileSync(join(dist, 'third-party-licences.txt'), licencesOf(foreign, tracing));
  const manifest = JSON.parse(readFileSync(join(tracing, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageManifest(manifest), undefined, 2)}\n`);
  copyFileSync(join(tracing, 'README.md'), join(folder, 'README.md'));
  copyFileSync(join(tracing, '../../LICENSE'), join(folder, 'LICENSE'));
}

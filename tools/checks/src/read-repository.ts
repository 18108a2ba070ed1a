import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from './manifest.ts';
import type { Repository } from './repository.ts';

/** Reads the root package.json and that of every workspace it lists, sorted by folder. */
export function readRepository(root: string): Repository {
  const manifest = readManifest(root);
  const folders = globSync([...(manifest.workspaces ?? [])], { cwd: root })
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => folder.replaceAll('\\', '/'))
    .sort();
  const workspaces = folders.map((folder) => {
    const own = readManifest(join(root, folder));
    return { name: own.name, folder, manifest: own };
  });
  return { root, manifest, workspaces };
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

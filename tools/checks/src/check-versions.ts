import type { Manifest } from './manifest.ts';
import type { Repository } from './repository.ts';

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/;

/** Every dependency is pinned to one version, so that two installations of one commit are the same. */
export function checkVersions({ manifest, workspaces }: Repository): string[] {
  const all = [{ file: 'package.json', manifest }].concat(
    workspaces.map((workspace) => ({
      file: `${workspace.folder}/package.json`,
      manifest: workspace.manifest,
    })),
  );
  return all.flatMap(({ file, manifest }) =>
    ranges(manifest).map(
      ([name, version]) => `${file} asks for ${name} "${version}": pin one version, such as "1.2.3".`,
    ),
  );
}

function ranges(manifest: Manifest): [string, string][] {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
  return [dependencies, devDependencies, optionalDependencies, peerDependencies]
    .flatMap((versions) => Object.entries(versions ?? {}))
    .filter(([, version]) => !EXACT.test(version));
}

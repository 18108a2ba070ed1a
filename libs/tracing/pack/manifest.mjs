import { INSTALLED, PEERS } from './installed.mjs';

/**
 * The manifest of the package from that of the workspace: what only concerns the repository is left out, above all the
 * condition that leads to the sources, which the package does not have.
 */
export function packageManifest({
  name,
  version,
  description,
  license,
  type,
  engines,
  exports,
  dependencies,
}) {
  return {
    name,
    version,
    description,
    license,
    type,
    engines,
    exports: Object.fromEntries(
      Object.entries(exports).map(([path, target]) => [path, withoutSource(target)]),
    ),
    files: ['dist'],
    dependencies: Object.fromEntries(INSTALLED.map((installed) => [installed, dependencies[installed]])),
    peerDependencies: PEERS,
  };
}

function withoutSource({ '@mesh/source': _, ...conditions }) {
  return conditions;
}

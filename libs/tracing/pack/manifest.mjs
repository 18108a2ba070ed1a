import { INSTALLED, PEERS } from './installed.mjs';

/**
 * The manifest of the package from that of the workspace: what only concerns the repository is left out, above all the
 * conditions that lead to what the package does not have: the sources, and the bundle that tests make of them.
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
    exports: Object.fromEntries(Object.entries(exports).map(([path, target]) => [path, shipped(target)])),
    files: ['dist'],
    dependencies: Object.fromEntries(INSTALLED.map((installed) => [installed, dependencies[installed]])),
    peerDependencies: PEERS,
  };
}

function shipped({ '@mesh/source': _, '@mesh/bundle': __, ...conditions }) {
  return conditions;
}

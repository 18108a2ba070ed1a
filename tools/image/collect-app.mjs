// `node tools/image/collect-app.mjs order /app` copies what the built service needs at run time, and nothing else:
// its own dependencies as package-lock.json has them, without what only development needs. `npm ci --omit=dev` would
// keep the development dependencies of the workspaces it links to, and each service would have the others' packages.
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const [app = '', target = ''] = process.argv.slice(2);
if (!target || !packages[`apps/${app}`]) throw new Error('usage: collect-app.mjs <service> <folder>');

for (const path of needed(`apps/${app}`)) copy(path);
symlinkSync(join('apps', app), join(target, 'service'));

/**
 * The places of a package and of all it depends on, links to workspaces and what they link to included. Whoever wants an
 * optional peer depends on it: else one of development, as the compiler, would come along.
 */
function needed(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  const { link, resolved, dependencies, peerDependencies, peerDependenciesMeta } = packages[path];
  if (link) return needed(resolved, found);
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional);
  for (const name of [...Object.keys(dependencies ?? {}), ...peers]) {
    const place = placeOf(name, path);
    if (place) needed(place, found);
  }
  return found;
}

/** Where Node finds a package from another one's folder: the nearest node_modules. */
function placeOf(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    if (packages[place]) return place;
    if (folder === '.') return undefined;
  }
}

function copy(path) {
  const [from, to] = [join(root, path), join(target, path)];
  mkdirSync(dirname(to), { recursive: true });
  const { link, resolved } = packages[path];
  if (link) return symlinkSync(relative(dirname(path), resolved), to);
  const filter = path.includes('node_modules') ? isUsed(from) : isShipped(from);
  return cpSync(from, to, { recursive: true, filter });
}

/** Of a package: not the packages inside it, which are asked for one by one, and no types and maps. */
function isUsed(folder) {
  return (file) => !/\/node_modules(\/|$)|\.d\.[cm]?ts$|\.map$/.test(file.slice(folder.length));
}

/** Of a workspace: what is built, with the maps for stack traces, and what is read at run time; no sources. */
function isShipped(folder) {
  const left = /^(src|pack|node_modules|tsconfig\.json)(\/|$)|\.d\.ts$|\.d\.ts\.map$|\.tsbuildinfo$/;
  return (file) => !left.test(relative(folder, file));
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licences of what is in the bundle, as they ask to go with each copy. @param files from the package's folder */
export function licencesOf(files, tracing) {
  const folders = new Set(files.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? ''));
  const byText = Map.groupBy(folders, (folder) => textOf(join(tracing, folder)));
  return [...byText]
    .map(([text, same]) => `${same.map((folder) => nameOf(join(tracing, folder))).join('\n')}\n\n${text}`)
    .join('\n\n');
}

function nameOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version} (${license})`;
}

function textOf(folder) {
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  return file ? readFileSync(join(folder, file), 'utf8') : '';
}

import { dirname, posix } from 'node:path';
import { type Import, importsOf, packageOf } from './imports-of.ts';
import type { Repository } from './repository.ts';
import { declaredBy, typeOf, type Workspace } from './workspace.ts';

/**
 * Sources keep to what their package.json declares: each project imported by name is declared, no relative path
 * leaves the workspace, and no declared project is unused (except by e2e, which declares the apps it spawns).
 */
export function checkImports({ root, workspaces }: Repository): string[] {
  const ours = new Set(workspaces.map(({ name }) => name));
  return workspaces.flatMap((workspace) => {
    const imports = importsOf(root, workspace);
    return [
      ...imports.filter((one) => leaves(workspace, one)).map(leaving),
      ...undeclared(workspace, imports, ours),
      ...unused(workspace, imports, ours),
    ];
  });
}

function leaves({ folder }: Workspace, { file, specifier }: Import): boolean {
  if (!specifier.startsWith('.')) return false;
  return !posix.join(dirname(file), specifier).startsWith(`${folder}/`);
}

function leaving({ file, specifier }: Import): string {
  return `${file} imports '${specifier}', which lies outside its workspace: import the other project by its name.`;
}

function undeclared(workspace: Workspace, imports: Import[], ours: ReadonlySet<string>): string[] {
  const declared = new Set([workspace.name, ...declaredBy(workspace)]);
  return imports
    .map(({ file, specifier }) => ({ file, name: packageOf(specifier) ?? '' }))
    .filter(({ name }) => ours.has(name) && !declared.has(name))
    .map(({ file, name }) => `${file} imports ${name}: declare it in ${workspace.folder}/package.json.`);
}

function unused(workspace: Workspace, imports: Import[], ours: ReadonlySet<string>): string[] {
  if (typeOf(workspace) === 'e2e') return [];
  const used = new Set(imports.map(({ specifier }) => packageOf(specifier)));
  return declaredBy(workspace)
    .filter((name) => ours.has(name) && !used.has(name))
    .map((name) => `${workspace.folder}/package.json declares ${name}, which no source imports: remove it.`);
}

import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { importsOf, packageOf } from './imports-of.ts';
import type { Repository } from './repository.ts';
import { declaredBy, typeOf, type Workspace } from './workspace.ts';

/**
 * The references of each tsconfig.json are the libraries and protos that its package.json declares (of e2e: the
 * projects that it imports), and the root's are all workspaces. A missing one is silent to the compiler when the
 * other project's dist exists, and then the types checked are those of an old build.
 */
export function checkReferences(repository: Repository): string[] {
  const { root, workspaces } = repository;
  const every = workspaces.map(({ folder }) => folder);
  return [
    ...compare(root, '.', every),
    ...workspaces.flatMap((workspace) => compare(root, workspace.folder, expected(repository, workspace))),
  ];
}

function expected({ root, workspaces }: Repository, workspace: Workspace): string[] {
  const isEndToEnd = typeOf(workspace) === 'e2e';
  const names = isEndToEnd
    ? importsOf(root, workspace).map(({ specifier }) => packageOf(specifier) ?? '')
    : declaredBy(workspace);
  return workspaces
    .filter(({ name }) => names.includes(name) && name !== workspace.name)
    .filter((other) => isEndToEnd || ['lib', 'protos'].includes(typeOf(other) ?? ''))
    .map(({ folder }) => folder);
}

function compare(root: string, folder: string, wanted: string[]): string[] {
  const file = posix.join(folder, 'tsconfig.json');
  if (!existsSync(join(root, file))) return [`${file} is missing: copy that of another workspace.`];
  const found = referencesIn(root, folder, file);
  return [
    ...wanted
      .filter((other) => !found.includes(other))
      .map((other) => `${file} lacks the reference to ${other}: add {"path": "${between(folder, other)}"}.`),
    ...found
      .filter((other) => !wanted.includes(other))
      .map((other) => `${file} refers to ${other}, which is not used: remove the reference.`),
  ];
}

function referencesIn(root: string, folder: string, file: string): string[] {
  const { references = [] }: { references?: { path: string }[] } = JSON.parse(
    readFileSync(join(root, file), 'utf8'),
  );
  return references.map(({ path }) => posix.join(folder, path));
}

function between(folder: string, other: string): string {
  return posix.relative(folder, other);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from './source-files.ts';
import { specifiersOf } from './specifiers-of.ts';
import type { Workspace } from './workspace.ts';

/** One import in a source file. */
export interface Import {
  /** Path of the importing file from the root. */
  readonly file: string;
  /** What stands between the quotes. */
  readonly specifier: string;
}

/** Every import in the hand-written sources of a workspace. */
export function importsOf(root: string, { folder }: Workspace): Import[] {
  return sourceFiles(root, folder).flatMap((file) =>
    specifiersOf(readFileSync(join(root, file), 'utf8')).map((specifier) => ({ file, specifier })),
  );
}

/** The package that a specifier names: `@mesh/tracing` of `@mesh/tracing/register`. Undefined for a path. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('/')) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

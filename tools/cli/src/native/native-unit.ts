import { join } from 'node:path';
import { repositoryRoot } from '../host/home.ts';
import { artifactFile } from './artifact-file.ts';
import { moduleKey } from './module-key.ts';
import { type GoSource, type MavenSource, type NativeName, nativePrograms } from './native-programs.ts';

/** What is made in one go and has one folder in the cache: a Go module with its programs, or a file of Maven Central. */
export type NativeUnit = { readonly name: string; readonly key: string } & (
  | { readonly kind: 'go'; readonly folder: string; readonly programs: readonly GoProgram[] }
  | { readonly kind: 'maven'; readonly source: MavenSource }
);

/** A program of a Go module. */
export interface GoProgram {
  readonly file: string;
  readonly goPackage: string;
}

const KEY_LENGTH = 16;

/** The unit that a program comes from. */
export function unitOf(name: NativeName): NativeUnit {
  const source: GoSource | MavenSource = nativePrograms[name].source;
  if ('artifact' in source) {
    const key = `${name}-${nativePrograms[name].version}-${source.sha256.slice(0, KEY_LENGTH)}`;
    return { kind: 'maven', name, key, source };
  }
  const { module } = source;
  const folder = join(repositoryRoot, 'deploy/native', module);
  const programs = programsOf(module);
  return { kind: 'go', name: module, key: moduleKey(module, folder, programs), folder, programs };
}

/** What to run of a program, from its unit's folder on. */
export function pathInside(name: NativeName): string {
  const source: GoSource | MavenSource = nativePrograms[name].source;
  if ('goPackage' in source) return source.file ?? name;
  return source.inside ?? artifactFile(source.artifact);
}

function programsOf(module: string): GoProgram[] {
  return Object.entries(nativePrograms).flatMap(
    ([name, { source }]: [string, { source: GoSource | MavenSource }]) =>
      'module' in source && source.module === module
        ? [{ file: source.file ?? name, goPackage: source.goPackage }]
        : [],
  );
}

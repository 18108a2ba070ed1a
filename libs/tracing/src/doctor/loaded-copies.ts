import { readFileSync } from 'node:fs';
import { cache, loadedFiles } from './loaded-files.ts';
import { isPatched } from './patched.ts';

/** One copy of a package whose calls are traced, as the process has it. */
export interface Copy {
  readonly name: '@grpc/grpc-js' | 'pg';
  /** The file of its main module. */
  readonly file: string;
  readonly version: string;
  readonly isPatched: boolean;
}

export function loadedCopies(): Copy[] {
  return loadedFiles().map((file) => ({
    name: /[\\/]pg[\\/]lib[\\/]index\.js$/.test(file) ? 'pg' : '@grpc/grpc-js',
    file,
    version: versionIn(file.replace(/[\\/](?:build[\\/]src|lib)[\\/]index\.js$/, '')),
    isPatched: isPatched(cache[file]?.exports ?? {}),
  }));
}

/** The version of the package in a folder; empty where it does not say. */
export function versionIn(folder: string): string {
  try {
    return String(JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version);
  } catch {
    return '';
  }
}

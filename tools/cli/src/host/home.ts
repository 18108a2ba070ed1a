import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Env } from '../command.ts';

/** The repository's root, from which the services are started. */
export const repositoryRoot = fileURLToPath(new URL('../../../../', import.meta.url));

/** The folders of one mesh; two with different homes and ports know nothing of each other. */
export interface Home {
  /** Logs of the processes. */
  readonly logs: string;
  /** Which processes run. */
  readonly run: string;
  /** The embedded server's data. */
  readonly postgres: string;
  /** What the native back ends keep, a folder each. */
  readonly native: string;
  /** The file that says which traces are kept. */
  readonly sampling: string;
}

const SEARCHABLE = 0o711;

/** `MESH_HOME`, or `.mesh` in the repository, whether its folders are there or not. */
export function locateHome(env: Env): Home {
  const root = resolve(env['MESH_HOME'] || join(repositoryRoot, '.mesh'));
  const at = (name: string) => join(root, name);
  return {
    logs: at('logs'),
    run: at('run'),
    postgres: at('postgres'),
    native: at('native'),
    sampling: at('sampling.json'),
  };
}

/** Opens the home that the environment names. Makes what is missing. */
export function openHome(env: Env): Home {
  const home = locateHome(env);
  const isNew = mkdirSync(home.logs, { recursive: true }) !== undefined;
  // Started by root, Postgres and Elasticsearch run as another user, whose way leads through here.
  if (isNew && process.getuid?.() === 0) chmodSync(dirname(home.logs), SEARCHABLE);
  return home;
}

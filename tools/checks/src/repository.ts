import type { Manifest } from './manifest.ts';
import type { Workspace } from './workspace.ts';

/** What every check looks at: one working copy of the repository. */
export interface Repository {
  /** Absolute path of the folder that holds the root package.json. */
  readonly root: string;
  /** The root package.json, which is no workspace itself. */
  readonly manifest: Manifest;
  readonly workspaces: readonly Workspace[];
}

import type { Manifest } from './manifest.ts';

/** One project of the monorepo. */
export interface Workspace {
  /** The package name, such as `@mesh/rpc`. */
  readonly name: string;
  /** Path from the root with forward slashes, such as `libs/rpc`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The kinds of project: each workspace has exactly one of them as its `type:` tag. */
export const projectTypes = ['protos', 'lib', 'app', 'tool', 'e2e'] as const;

export type ProjectType = (typeof projectTypes)[number];

/** The first known `type:` tag of a workspace; undefined if it has none, which `checkTags` reports. */
export function typeOf(workspace: Workspace): ProjectType | undefined {
  const tags = workspace.manifest.nx?.tags ?? [];
  return projectTypes.find((type) => tags.includes(`type:${type}`));
}

/** Every package that a workspace declares, whatever the kind of dependency. */
export function declaredBy({ manifest }: Workspace): string[] {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies });
}

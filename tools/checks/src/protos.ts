import type { Repository } from './repository.ts';

/** The folder of the workspace that holds the .proto files. */
export const PROTOS = 'protos';

/** A script of the protos workspace. Throws if it is not there. */
export function scriptOf({ workspaces }: Repository, name: string): string {
  const script = workspaces.find(({ folder }) => folder === PROTOS)?.manifest.scripts?.[name];
  if (script === undefined) throw new Error(`${PROTOS}/package.json has no script "${name}".`);
  return script;
}

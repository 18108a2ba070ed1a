import { mayDependOn, standAlone } from './dependency-rules.ts';
import type { Repository } from './repository.ts';
import { declaredBy, typeOf, type Workspace } from './workspace.ts';

/** Projects depend on each other only as their `type:` tags allow. */
export function checkProjectDependencies({ workspaces }: Repository): string[] {
  const byName = new Map(workspaces.map((workspace) => [workspace.name, workspace]));
  return workspaces.flatMap((from) =>
    declaredBy(from)
      .map((name) => byName.get(name))
      .filter((to) => to !== undefined)
      .filter((to) => !allowed(from, to))
      .map((to) => `${from.folder}/package.json depends on ${to.name}: ${rule(from)}. Remove it.`),
  );
}

function allowed(from: Workspace, to: Workspace): boolean {
  return targets(from).some((type) => type === typeOf(to));
}

function targets(from: Workspace) {
  const type = typeOf(from);
  return type === undefined || standAlone.includes(from.name) ? [] : mayDependOn[type];
}

function rule(from: Workspace): string {
  const types = targets(from).map((type) => `type:${type}`);
  const what = standAlone.includes(from.name) ? from.name : `a type:${typeOf(from) ?? 'unknown'} project`;
  return `${what} may depend on ${types.length === 0 ? 'no other project' : `${types.join(', ')} only`}`;
}

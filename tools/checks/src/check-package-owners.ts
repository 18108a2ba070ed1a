import { type Ownership, ownerships } from './dependency-rules.ts';
import type { Repository } from './repository.ts';
import { declaredBy, type Workspace } from './workspace.ts';

/** npm packages that belong to one project (telemetry, gRPC, the database driver) are declared by it alone. */
export function checkPackageOwners({ workspaces }: Repository): string[] {
  return workspaces.flatMap((workspace) =>
    ownerships.flatMap((ownership) =>
      foreignPackages(workspace, ownership).map(
        (name) => `${workspace.folder}/package.json depends on ${name}: ${way(workspace, ownership)}.`,
      ),
    ),
  );
}

function foreignPackages(workspace: Workspace, { packages, owners, forTests }: Ownership): string[] {
  if (owners.includes(workspace.name)) return [];
  const { devDependencies, ...rest } = workspace.manifest;
  const counted = forTests.includes(workspace.name) ? { ...workspace, manifest: rest } : workspace;
  return declaredBy(counted).filter((name) => packages.test(name));
}

function way({ name }: Workspace, { forTests, instead }: Ownership): string {
  return forTests.includes(name) ? 'only its tests and types may use it, make it a devDependency' : instead;
}

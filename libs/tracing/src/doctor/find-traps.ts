import type { Finding } from './finding.ts';
import type { Copy } from './loaded-copies.ts';
import { traps } from './traps.ts';

/** What is known of a process some time after its start. */
export interface Observed {
  readonly copies: readonly Copy[];
  /** Files that were loaded before the preload. */
  readonly before: ReadonlySet<string>;
  /** The preload came after the program had begun. */
  readonly isLate: boolean;
  /** The file into which grpc-js is bundled. */
  readonly bundle: string | undefined;
  /** Copies of `@opentelemetry/api`, and the version that the preload has. */
  readonly apis: readonly { readonly folder: string; readonly version: string }[];
  readonly ourApi: string;
  readonly foreign: readonly string[];
  /** Files that have the default import of grpc-js, where that matters. */
  readonly defaultImports: readonly string[];
}

export function findTraps(observed: Observed): Finding[] {
  const { copies, bundle, apis, ourApi, foreign, defaultImports } = observed;
  const grpc = copies.filter(({ name }) => name === '@grpc/grpc-js');
  return [
    ...copies.filter(({ isPatched }) => !isPatched).map((copy) => unpatched(copy, observed)),
    ...(bundle === undefined ? [] : [traps.bundled(bundle)]),
    ...(grpc.length > 1 ? [traps.copies(grpc)] : []),
    ...defaultImports.map(traps.defaultImport),
    ...apis
      .filter(({ version }) => !worksWith(version, ourApi))
      .map(({ folder, version }) => traps.api(folder, version, ourApi)),
    ...(foreign.length > 0 ? [traps.foreign(foreign)] : []),
  ];
}

function unpatched(copy: Copy, { before, isLate }: Observed): Finding {
  return before.has(copy.file) && !isLate ? traps.before(copy) : traps.late(copy);
}

/**
 * The rule of the API itself (its `internal/semver`): a copy takes what another has registered if that is of the same
 * major version and no older by its minor one.
 */
function worksWith(version: string, registered: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  const [registeredMajor, registeredMinor] = registered.split('.').map(Number);
  return major === registeredMajor && (minor ?? 0) <= (registeredMinor ?? 0);
}

import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../command.ts';
import { repositoryRoot } from '../host/home.ts';
import { mapLimited } from '../map-limited.ts';
import type { Progress } from '../up/progress.ts';
import { buildModule } from './build-module.ts';
import { checkGo } from './check-go.ts';
import { checkMaven } from './check-maven.ts';
import { fetchArtifact } from './fetch-artifact.ts';
import { fromCache, openNativeCache } from './native-cache.ts';
import type { NativeName } from './native-programs.ts';
import { type NativeUnit, pathInside, unitOf } from './native-unit.ts';
import { type MakingShown, showMaking } from './show-making.ts';

/** What the providing of programs is given. */
export interface Providing {
  readonly env: Env;
  readonly progress: Progress;
  /** Whether a line can be taken back, as on a terminal. */
  readonly canRewrite: boolean;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

/** The compiler uses every core by itself, the linker only one: with two, neither waits for the other. */
const AT_A_TIME = 2;

/** Makes what is missing in the cache, and answers where each program is. Rejects with a sentence. */
export async function provide<Name extends NativeName>(
  names: readonly Name[],
  providing: Providing,
): Promise<Readonly<Record<Name, string>>> {
  const cache = await openNativeCache(providing.env);
  const units = new Map(names.map((name) => [unitOf(name).key, unitOf(name)]));
  const missing = [...units.values()].filter(({ key }) => !existsSync(join(cache, key)));
  if (missing.length > 0) await makeAll(missing, cache, providing);
  const places = names.map((name) => [name, join(cache, unitOf(name).key, pathInside(name))]);
  return Object.fromEntries(places);
}

async function makeAll(units: readonly NativeUnit[], cache: string, providing: Providing): Promise<void> {
  const { progress, canRewrite } = providing;
  const fetched = units.filter(({ kind }) => kind === 'maven').map(({ name }) => name);
  const built = units.filter((unit) => unit.kind === 'go');
  const problem =
    (await checkGo(built, providing)) ?? (await checkMaven(fetched, { ...providing, cwd: repositoryRoot }));
  if (problem !== undefined) throw new Error(problem);
  const names = units.map(({ name }) => name).join(', ');
  const long = built.length > 0 ? ' From nothing it takes a quarter of an hour.' : '';
  progress.say(`Making ${names}: once, for all clones, in ${cache}.${long}`);
  const shown = showMaking(progress, canRewrite);
  // What is under way when one fails would only hold up the message.
  const failed = new AbortController();
  const signal = AbortSignal.any([providing.signal, failed.signal]);
  try {
    await mapLimited(units, AT_A_TIME, async (unit) => {
      await make(unit, cache, { ...providing, signal }, shown).catch((error) => {
        failed.abort(error);
        throw error;
      });
    });
  } finally {
    shown.end();
  }
}

async function make(
  unit: NativeUnit,
  cache: string,
  { env, signal }: Providing,
  shown: MakingShown,
): Promise<void> {
  const onPackage = shown.begin(unit.name);
  const making = { env, signal, onPackage, logFile: join(cache, `${unit.key}.log`) };
  await fromCache(cache, unit.key, (draft) =>
    unit.kind === 'go' ? buildModule(unit, draft, making) : fetchArtifact(unit, draft, making),
  );
  await rm(making.logFile, { force: true });
  shown.done(unit.name);
}

import { parse } from 'yaml';
import { composeProgram } from './compose-program.ts';
import { composeFiles, type Variant } from './open-compose.ts';
import { run } from './run.ts';

/** A service as compose understands it, with all variables and overrides applied. */
export interface ComposeService {
  readonly image: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly restart?: string;
  readonly logging?: { readonly options?: Readonly<Record<string, string>> };
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly ports?: readonly { readonly host_ip?: string; readonly target: number }[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly resources?: { readonly limits?: { memory?: string; cpus?: number } } };
}

export type ComposeServices = Readonly<Record<string, ComposeService>>;

/** What `docker compose config` makes of a variant; it refuses what it does not understand. No engine is needed. */
export async function readVariant(variants: readonly Variant[], local = false): Promise<ComposeServices> {
  const files = composeFiles(variants, local).flatMap((file) => ['-f', file]);
  const text = await run(await composeProgram(), [...files, 'config']);
  return parse(text).services;
}

/** The services that end when their work is done: others wait for that. */
export function isOneShot(services: ComposeServices, name: string): boolean {
  const waiting = Object.values(services).map(({ depends_on }) => depends_on?.[name]?.condition);
  return waiting.includes('service_completed_successfully');
}

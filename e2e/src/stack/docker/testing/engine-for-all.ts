import { canRunEngine, type Engine, openEngine } from './engine.ts';

let engine: Engine | undefined;

/** Node's test runner calls it once before all files: two files at a time then use one engine. */
export async function globalSetup(): Promise<void> {
  if (!(await canRunEngine())) return;
  engine = await openEngine();
  // biome-ignore lint/style/noProcessEnv: the processes of the files take it from here
  Object.assign(process.env, engine.variables);
}

/** Called once after all files. */
export async function globalTeardown(): Promise<void> {
  await engine?.close();
}

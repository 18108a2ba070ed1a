import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../testing/repository.ts';
import { endProgram } from '../../testing/start-program.ts';
import { until } from '../../testing/until.ts';
import { nativePath } from './native-path.ts';

/** A back end as a process of its own, without the host that would start it again. */
export interface NativeProcess {
  /** Ends it, by SIGTERM unless said otherwise. Does nothing when it has ended. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

export interface NativeOptions {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Where its words go. */
  readonly folder: string;
  /** Answers with a success once it is ready. */
  readonly healthUrl: string;
}

/** Starts a program of `mesh native` in the root of the checkout and waits until it is ready. */
export async function startNativeProcess(name: string, options: NativeOptions): Promise<NativeProcess> {
  const { args, environment, folder, healthUrl } = options;
  const command = await nativePath(name);
  const log = openSync(join(folder, `${name}.log`), 'a');
  // biome-ignore lint/style/noProcessEnv: a child gets what this process has, and more
  const env = { ...process.env, ...environment };
  const child = spawn(command, args, { cwd: repository, env, stdio: ['ignore', log, log] });
  closeSync(log);
  const running = { end: (signal?: NodeJS.Signals) => endProgram(child, signal) };
  await untilReady(name, child, healthUrl).catch(async (error) => {
    await running.end('SIGKILL');
    throw error;
  });
  return running;
}

function untilReady(name: string, child: ChildProcess, url: string): Promise<true> {
  return until(`${name} to be ready`, async () => {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    return (await fetch(url)).ok && true;
  });
}

import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { repository } from './repository.ts';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the root of the checkout to its end. */
export async function runProgram(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Finished> {
  // biome-ignore lint/style/noProcessEnv: a child gets what this process has, and more
  const env = { ...process.env, ...environment };
  const child = spawn(command, args, { cwd: repository, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const code = new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}

/** What `npx mesh …` runs; npm itself, which takes longer than most of its commands, is in the test of the documents. */
export function runMesh(args: readonly string[], environment: Readonly<Record<string, string>>) {
  return runProgram(process.execPath, ['-C', '@mesh/source', 'tools/cli/src/main.ts', ...args], environment);
}

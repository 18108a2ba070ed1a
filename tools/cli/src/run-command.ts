import type { Command, Env } from './command.ts';

const USAGE_ERROR = 2;
const HELP = new Set(['help', '--help', '-h']);

/**
 * Runs the command that the first word names and answers its exit code.
 * Without a word, or with an unknown one, lists the commands: exit code 0 only if help was asked for, else 2.
 */
export async function runCommand(
  commands: Readonly<Record<string, Command>>,
  words: string[],
  env: Env,
): Promise<number> {
  const [name = '', ...args] = words;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return await command.run(args, env);
  if (HELP.has(name)) {
    process.stdout.write(listOf(commands));
    return 0;
  }
  const problem = name === '' ? '' : `mesh: there is no command "${name}".\n`;
  process.stderr.write(problem + listOf(commands));
  return USAGE_ERROR;
}

function listOf(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  mesh ${name.padEnd(10)} ${summary}\n`,
  );
  return `Commands:\n${lines.join('')}`;
}

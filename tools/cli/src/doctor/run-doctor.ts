import type { Env } from '../command.ts';
import { printable, printableJson } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readTraceConfig } from '../trace/config.ts';
import type { Check } from './check.ts';
import { doctorHelp } from './help.ts';
import { lookAtMachine } from './look-at-machine.ts';
import { lookAtProgram } from './look-at-program.ts';
import { parseDoctorArguments } from './parse-arguments.ts';

const exitCode = { healthy: 0, findings: 1, usage: 2 } as const;

/** `mesh doctor` on any terminal; answers the exit code. */
export async function runDoctor(args: string[], env: Env, terminal: Terminal): Promise<number> {
  const parsed = parseDoctorArguments(args);
  if ('help' in parsed) {
    terminal.print(doctorHelp);
    return exitCode.healthy;
  }
  const config = readTraceConfig(env);
  const refuse = (sentence: string) => {
    terminal.complain(`mesh doctor: ${sentence}`);
    return exitCode.usage;
  };
  if ('problem' in parsed) return refuse(`${parsed.problem}\nSee mesh doctor --help.`);
  if ('problem' in config) return refuse(config.problem);
  const { command, waitMs, json } = parsed;
  const checks =
    command.length > 0
      ? await lookAtProgram({ command, env, waitMs })
      : await lookAtMachine({ env, config, waitMs });
  terminal.print(json ? documentOf(checks) : render(checks, terminal));
  return isHealthy(checks) ? exitCode.healthy : exitCode.findings;
}

function isHealthy(checks: readonly Check[]): boolean {
  return checks.every(({ ok }) => ok);
}

function documentOf(checks: readonly Check[]): string {
  return `${printableJson({ healthy: isHealthy(checks), checks })}\n`;
}

function render(checks: readonly Check[], { paint }: Terminal): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks
    .map(({ name, ok, sentence }) => {
      const mark = ok ? paint('green', 'ok  ') : paint('red', 'BAD ');
      return `${mark} ${name.padEnd(width)}  ${printable(sentence)}\n`;
    })
    .join('');
}

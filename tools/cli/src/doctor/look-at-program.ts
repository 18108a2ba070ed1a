import type { Check } from './check.ts';
import { checkExporters } from './check-exporters.ts';
import { checkStrategies } from './check-strategies.ts';
import { factsChecks } from './facts-checks.ts';
import { type Program, type Run, runReported } from './run-reported.ts';

/** Starts a program, reads what its preload has found, ends it, and asks the collector that it would have sent to. */
export async function lookAtProgram(program: Program): Promise<Check[]> {
  const run = await runReported(program);
  const { facts, findings } = run.report;
  if (!facts) return [noPreload(run, program)];
  const found = findings.map(({ trap, sentence }) => ({ name: trap, ok: false, sentence }));
  const preload = { name: 'preload', ok: true, sentence: `The preload ${facts.version} is loaded.` };
  const strategies = await checkStrategies(facts);
  const exporters = await checkExporters(facts, program.env);
  return [
    ...[preload, ...factsChecks(facts), ...strategies, ...exporters],
    ...ending(run, program),
    ...found,
  ];
}

function noPreload(run: Run, { command, env }: Program): Check {
  const bad = (name: string, sentence: string) => ({ name, ok: false, sentence });
  if (run.failure)
    return bad('program', `The program could not be started (${run.failure}): see the command.`);
  const refusal = refusalIn(run.stderr);
  if (refusal) return bad('configuration', refusal);
  if (env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') {
    return bad('disabled', 'Tracing is switched off: take OTEL_SDK_DISABLED=true out of the environment.');
  }
  const how = 'with node --import @mesh/tracing/register <file>, be it an ES module or CommonJS';
  return bad(
    'no-preload',
    `The preload was not loaded by "${command.join(' ')}": start it ${how}; a script of npm may hide the flag.`,
  );
}

/** The sentence of a preload that keeps its program from starting. */
export function refusalIn(stderr: string): string | undefined {
  return /(?:ConfigError: |Error: (?=@mesh\/tracing ))([^\n]*?)\]?\n/.exec(stderr)?.[1];
}

function ending({ report, code, stderr }: Run, { waitMs }: Program): Check[] {
  if (report.hasLooked || code === 0) return [];
  const what = code === undefined ? `is not ready after ${waitMs / 1000} s` : `ended with code ${code}`;
  const lines = stderr.trim().split('\n');
  // Node's own last line is its version.
  const last = lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1);
  return [
    {
      name: 'program',
      ok: false,
      sentence: `The program ${what}, before it could be looked at: see what it says${last ? ` (${last})` : ''}.`,
    },
  ];
}

import { fileURLToPath } from 'node:url';
import type { Env } from '../command.ts';
import { PROBE } from './probe-name.ts';
import { type Run, runReported } from './run-reported.ts';

/** A sent probe. */
export interface Probe {
  readonly run: Run;
  /** 32 hex digits; none where no span was made. */
  readonly traceId: string | undefined;
}

const PRELOAD = import.meta.resolve('@mesh/tracing/register');
const PROGRAM = fileURLToPath(new URL('./probe.ts', import.meta.url));
const LIMIT_MS = 20_000;

/**
 * Makes a span and a line in a process of their own, with the preload and the environment of the user.
 * @param more variables that come over those of the user
 */
export async function sendProbe(env: Env, more: Env = {}): Promise<Probe> {
  const command = [process.execPath, '--conditions=@mesh/source', `--import=${PRELOAD}`, PROGRAM];
  const named = { OTEL_SERVICE_NAME: env['OTEL_SERVICE_NAME'] || 'mesh-doctor' };
  const run = await runReported({
    command,
    env: { ...env, ...named, ...more },
    waitMs: LIMIT_MS,
    hasEnd: true,
  });
  return { run, traceId: traceIdIn(run.stdout) };
}

function traceIdIn(stdout: string): string | undefined {
  const line = stdout.split('\n').find((one) => one.includes(`"message":"${PROBE}"`)) ?? '';
  return /"trace_id":"([0-9a-f]{32})"/.exec(line)?.[1];
}

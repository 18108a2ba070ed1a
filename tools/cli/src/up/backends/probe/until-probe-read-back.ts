import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { reachable } from '../../../reachable.ts';
import type { UpConfig } from '../../config.ts';
import type { Progress } from '../../progress.ts';
import { probeLine, probeSpan } from './probe-documents.ts';
import { readsLine, readsSpan, sends } from './probe-steps.ts';

const POLL_MS = 200;
/** Twice what the slowest start takes on two cores; then the mesh is shown without. */
const PATIENCE_MS = 90_000;

type Step = readonly [name: string, works: () => Promise<boolean>];

/**
 * Sends a span and a line by OTLP and waits until both are read back from Jaeger and Loki: only then does telemetry
 * arrive. What has not worked after 90 s is said; the mesh works without.
 */
export async function untilProbeReadBack(
  config: UpConfig,
  progress: Progress,
  stop: AbortSignal,
  patienceMs: number = PATIENCE_MS,
): Promise<void> {
  const at = (port: number) => `http://${reachable(config.HOST, port)}`;
  const ids = { traceId: randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex') };
  const now = Date.now();
  const otlp = at(config.OTLP_HTTP_PORT);
  const giveUp = AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]);
  const span: Step[] = [
    ['span sent', () => sends(`${otlp}/v1/traces`, probeSpan(ids, now))],
    ['span read back', () => readsSpan(at(config.JAEGER_PORT), ids.traceId)],
  ];
  const line: Step[] = [
    ['line sent', () => sends(`${otlp}/v1/logs`, probeLine(ids, now))],
    ['line read back', () => readsLine(at(config.LOKI_PORT), ids.traceId)],
  ];
  progress.waitFor(['a span and a line to be read back']);
  const late = (
    await Promise.all([span, line].map((steps) => firstThatFails(steps, progress, giveUp)))
  ).flat();
  progress.waitFor([]);
  if (late.length === 0 || stop.aborted) return;
  progress.say(
    `Telemetry does not arrive yet: waited ${patienceMs / 1_000} s in vain for: ${late.join(', ')}; see the log files.`,
  );
}

/** The step that did not work in time, if there is one. */
async function firstThatFails(
  steps: readonly Step[],
  progress: Progress,
  giveUp: AbortSignal,
): Promise<string[]> {
  for (const [name, works] of steps) {
    while (!(await works())) {
      if (giveUp.aborted) return [name];
      await delay(POLL_MS);
    }
  }
  progress.done(steps.at(-1)?.[0] ?? '');
  return [];
}

import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Progress } from '../../progress.ts';
import { probeLine, probeSpan } from './probe-documents.ts';
import type { Reader } from './readers.ts';
import { sends } from './sends.ts';

/** How a probe goes. */
export interface Probe {
  /** Of the OTLP/HTTP receiver. */
  readonly otlpUrl: string;
  /** Where it must be found. */
  readonly readers: readonly Reader[];
  readonly progress: Progress;
  readonly stop: AbortSignal;
  /** Default: several times what the slowest start takes on two cores. */
  readonly patienceMs?: number;
}

const POLL_MS = 200;
const PATIENCE_MS = 120_000;

/**
 * Sends a span and a line by OTLP and waits until both are read back from every store: only then does telemetry arrive.
 * What has not worked when the patience ends is said; the mesh works without.
 */
export async function untilProbeReadBack(probe: Probe): Promise<void> {
  const { otlpUrl, readers, progress, stop, patienceMs = PATIENCE_MS } = probe;
  const ids = { traceId: randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex') };
  const now = Date.now();
  const giveUp = AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]);
  const waiting = new Set(readers.map(({ name }) => name));
  const show = () => progress.waitFor([...waiting]);
  show();
  const sent = {
    traces: untilTrue(() => sends(`${otlpUrl}/v1/traces`, probeSpan(ids, now)), giveUp),
    logs: untilTrue(() => sends(`${otlpUrl}/v1/logs`, probeLine(ids, now)), giveUp),
  };
  const readBack = readers.map(async ({ name, signal, has }) => {
    if (!(await sent[signal]) || !(await untilTrue(() => has(ids.traceId), giveUp))) return;
    waiting.delete(name);
    progress.done(name);
    show();
  });
  await Promise.all(readBack);
  progress.waitFor([]);
  if (waiting.size === 0 || stop.aborted) return;
  const late = [...waiting].join(', ');
  const seconds = patienceMs / 1_000;
  progress.say(
    `Telemetry does not arrive everywhere: after ${seconds} s there was no ${late}; see the log files.`,
  );
}

/** Tries until it works or `giveUp` aborts; tells whether it did. */
async function untilTrue(works: () => Promise<boolean>, giveUp: AbortSignal): Promise<boolean> {
  while (!giveUp.aborted) {
    if (await works().catch(() => false)) return true;
    await delay(POLL_MS);
  }
  return false;
}

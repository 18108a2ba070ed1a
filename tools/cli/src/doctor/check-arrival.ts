import { setTimeout as pause } from 'node:timers/promises';
import type { BackEnd } from '../http/back-end.ts';
import { BackEndError } from '../http/back-end-error.ts';
import type { TraceConfig } from '../trace/config.ts';
import type { Check } from './check.ts';
import { PROBE } from './probe-name.ts';
import type { Facts } from './read-report.ts';
import type { Probe } from './send-probe.ts';

export interface ArrivalOptions {
  readonly probe: Probe;
  readonly facts: Facts;
  /** What was found of the exporters: what they cannot send need not be waited for. */
  readonly exporters: readonly Check[];
  readonly config: TraceConfig;
  readonly waitMs: number;
}

const PAUSE_MS = 200;
const AROUND_MS = 3_600_000;

/** Whether the probe's span and its line are in the back ends, by the one trace id of both. */
export async function checkArrival(options: ArrivalOptions): Promise<Check[]> {
  const { probe, facts, exporters, config, waitMs } = options;
  const { traceId } = probe;
  if (!traceId)
    return [{ name: 'probe', ok: false, sentence: 'The probe made no span: see the findings above.' }];
  const giveUpAt = Date.now() + waitMs;
  const { spans, lines } = config;
  const hasSpan = async () => (await spans.spansOf(traceId)).spans.some(({ name }) => name === PROBE);
  const hasLine = async () =>
    (await lines.linesOf(query(traceId))).lines.some(({ message }) => message === PROBE);
  return await Promise.all([
    unsent('span', facts, exporters) ?? arrival('span', traceId, spans.backEnd, hasSpan, giveUpAt),
    unsent('line', facts, exporters) ?? arrival('line', traceId, lines.backEnd, hasLine, giveUpAt),
  ]);
}

function query(traceId: string) {
  const [fromMs, toMs] = [Date.now() - AROUND_MS, Date.now() + AROUND_MS];
  return { about: { traceIds: [traceId] }, fromMs, toMs, limit: 10, direction: 'forward' } as const;
}

/** @returns `undefined` for what is on its way */
function unsent(what: 'span' | 'line', facts: Facts, exporters: readonly Check[]): Check | undefined {
  const signal = what === 'span' ? 'traces' : 'logs';
  const exporter = `exporter ${signal}`;
  const name = `probe ${what}`;
  if (facts[signal] === 'none')
    return { name, ok: true, sentence: `No probe ${what} was sent, as it is configured.` };
  if (exporters.every((check) => check.name !== exporter || check.ok)) return undefined;
  return { name, ok: false, sentence: `The probe ${what} could not be sent: see ${exporter} above.` };
}

async function arrival(
  what: string,
  traceId: string,
  { name: store, url, variable }: BackEnd,
  ask: () => Promise<boolean>,
  giveUpAt: number,
): Promise<Check> {
  const name = `probe ${what}`;
  const problem = await waitFor(ask, giveUpAt);
  if (problem === undefined)
    return { name, ok: true, sentence: `The ${what} of trace ${traceId} is in ${store}.` };
  if (problem) return { name, ok: false, sentence: problem };
  const cure = `see the log of the collector, and whether ${variable} is that of the store to which it sends`;
  const sentence = `The ${what} of trace ${traceId} did not arrive in ${store} at ${url} in time: ${cure}.`;
  return { name, ok: false, sentence };
}

/** @returns nothing where it arrived; the sentence of a back end that cannot be asked, or an empty one */
async function waitFor(ask: () => Promise<boolean>, giveUpAt: number): Promise<string | undefined> {
  let problem = '';
  do {
    try {
      if (await ask()) return undefined;
    } catch (error) {
      if (!(error instanceof BackEndError)) throw error;
      problem = error.message;
      // One that is not there does not come by waiting.
      if (/ECONNREFUSED/.test(problem)) return problem;
    }
    await pause(PAUSE_MS);
  } while (Date.now() < giveUpAt);
  return problem;
}

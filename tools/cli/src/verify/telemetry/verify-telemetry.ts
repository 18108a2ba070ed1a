import { setTimeout as sleep } from 'node:timers/promises';
import type { Finding } from '../finding.ts';
import type { MeshReader } from '../mesh-reader.ts';
import { checkFacts } from './check-facts.ts';
import { confirmationsOf } from './confirmations.ts';
import { isUnsampled } from './is-unsampled.ts';
import { ordersIn } from './orders-in.ts';
import { readAgain } from './read-again.ts';
import { type OrderedTrace, readFacts, type Stores } from './read-facts.ts';
import type { TelemetryReport } from './telemetry-report.ts';
import type { TraceFacts } from './trace-facts.ts';
import type { Window } from './window.ts';

export interface TelemetryOptions {
  readonly window: Window;
  /** How long what is not whole may take to become so. */
  readonly settleMs: number;
  /** Told how many traces are read again, before that takes its time. */
  readonly onOpen: (count: number) => void;
}

/**
 * One question for the lines of so many traces: fewer make Loki read the same chunks more often (68 questions for 2000
 * orders took 13 s, 20 took 3 s), more would not fit into the longest regular expression that telemetry-lite takes.
 */
const batchSize = 100;
const pauseMs = 1000;

/**
 * Reads the traces of the orders of a time window, and the lines of those traces, and holds them against every rule.
 * What is not whole is read again until it is, or until the time is over. In memory are the orders of the window, the
 * telemetry of one batch of them, and what was found.
 */
export async function verifyTelemetry(
  mesh: MeshReader,
  stores: Stores,
  { window, settleMs, onOpen }: TelemetryOptions,
): Promise<TelemetryReport> {
  const orders = await ordersIn(mesh, window);
  const byTrace = Map.groupBy(orders, ({ traceId }) => traceId);
  const traces = [...byTrace].map(([traceId, its]) => ({ traceId, orders: its }));
  const seen = { unsampled: 0, spans: 0, lines: 0, finishedElsewhere: 0 };
  const checked = { orders: orders.length, traces: traces.length, ...seen };
  const findings: Finding[] = [];
  const close = (facts: TraceFacts, found: readonly Finding[]) => {
    if (isUnsampled(facts)) checked.unsampled += 1;
    checked.spans += facts.spans.length;
    checked.lines += facts.lines.length;
    checked.finishedElsewhere += confirmationsOf(facts).elsewhere;
    findings.push(...found);
  };
  const look = (at: readonly OrderedTrace[], isLast: boolean) => lookAt({ mesh, stores, close, isLast }, at);
  let open = await look(traces, false);
  if (open.length > 0) onOpen(open.length);
  for (const deadline = Date.now() + settleMs; open.length > 0; ) {
    const left = deadline - Date.now();
    await sleep(Math.max(0, Math.min(pauseMs, left)));
    open = await look(open, left <= pauseMs);
  }
  return { window, checked, findings };
}

interface Look {
  readonly mesh: MeshReader;
  readonly stores: Stores;
  readonly close: (facts: TraceFacts, found: readonly Finding[]) => void;
  readonly isLast: boolean;
}

/** Looks at traces batch by batch and closes those that are whole, or all; answers those to be seen again. */
async function lookAt(
  { mesh, stores, close, isLast }: Look,
  traces: readonly OrderedTrace[],
): Promise<readonly OrderedTrace[]> {
  const again: OrderedTrace[] = [];
  for (let start = 0; start < traces.length; start += batchSize) {
    for (const read of await readFacts(stores, traces.slice(start, start + batchSize))) {
      const facts = { ...read, orders: await readAgain(mesh, read.orders) };
      const found = checkFacts(facts);
      if (found.length === 0 || isLast) close(facts, found);
      else again.push({ traceId: facts.traceId, orders: facts.orders });
    }
  }
  return again;
}

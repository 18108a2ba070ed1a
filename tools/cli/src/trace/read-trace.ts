import { setTimeout as sleep } from 'node:timers/promises';
import { BackEndError } from '../http/back-end-error.ts';
import type { TraceConfig } from './config.ts';
import { fetchSpans } from './jaeger.ts';
import { fetchLines } from './loki.ts';
import { looksWhole } from './looks-whole.ts';
import type { ResolvedTrace } from './resolve-target.ts';
import { timeRange } from './time-range.ts';
import type { Trace } from './trace.ts';

/** Loki's default upper limit of lines in one answer (`max_entries_limit_per_query`). */
export const maxLines = 5000;

const hourMs = 3600 * 1000;
/** A trace may still grow this long after its last sign: exporters send in batches. */
const growsForMs = 10_000;
const patienceMs = 3000;
const pauseMs = 200;

/**
 * Reads a trace from the stores. One that has just ended is read again, for at most 3 s, until it looks whole and
 * has stopped growing. A back end that fails does not hide what the other one knows.
 */
export async function readTrace(config: TraceConfig, resolved: ResolvedTrace): Promise<Trace> {
  const giveUpAt = Date.now() + patienceMs;
  for (let before: Trace | undefined; ; ) {
    const trace = await readOnce(config, resolved);
    if (isSettled(trace, before) || Date.now() >= giveUpAt) return trace;
    before = trace;
    await sleep(pauseMs);
  }
}

async function readOnce({ jaeger, loki }: TraceConfig, resolved: ResolvedTrace): Promise<Trace> {
  const failures: string[] = [];
  const orFailure = (error: unknown) => {
    if (!(error instanceof BackEndError)) throw error;
    failures.push(error.message);
    return undefined;
  };
  const read = await fetchSpans(jaeger, resolved.traceId).catch(orFailure);
  const { spans, unreadable } = read ?? { spans: [], unreadable: 0 };
  const range = timeRange(spans);
  const lines = await fetchLines(loki, {
    filter: `trace_id="${resolved.traceId}"`,
    fromMs: range ? Number(range.startNs / 1_000_000n) - hourMs : Date.now() - 6 * hourMs,
    toMs: (range ? Number(range.endNs / 1_000_000n) : Date.now()) + hourMs,
    limit: maxLines,
    direction: 'forward',
  }).catch(orFailure);
  return { ...resolved, spans, unreadable, lines: lines ?? [], failures };
}

function isSettled(trace: Trace, before: Trace | undefined): boolean {
  if (trace.failures.length > 0) return true;
  const range = timeRange(trace.spans, trace.lines);
  if (!range) return false;
  if (Number(range.endNs / 1_000_000n) < Date.now() - growsForMs) return true;
  const grew = trace.spans.length !== before?.spans.length || trace.lines.length !== before.lines.length;
  return !grew && trace.spans.length > 0 && looksWhole(trace);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { BackEndError } from '../http/back-end-error.ts';
import type { TraceConfig } from './config.ts';
import { fetchLinks } from './links.ts';
import { looksWhole } from './looks-whole.ts';
import type { ResolvedTrace } from './resolve-target.ts';
import { distinctLines } from './stores/distinct-lines.ts';
import { maxLines, noLines } from './stores/line-store.ts';
import { noSpans } from './stores/span-store.ts';
import { timeRange } from './time-range.ts';
import type { Trace } from './trace.ts';

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
  const links = fetchLinks(config.gateway, resolved.traceId);
  for (let before: Trace | undefined; ; ) {
    const trace = await readOnce(config, resolved);
    if (isSettled(trace, before) || Date.now() >= giveUpAt) return { ...trace, links: await links };
    before = trace;
    await sleep(pauseMs);
  }
}

async function readOnce(config: TraceConfig, resolved: ResolvedTrace): Promise<Trace> {
  const failures: string[] = [];
  const orFailure = (error: unknown) => {
    if (!(error instanceof BackEndError)) throw error;
    failures.push(error.message);
    return undefined;
  };
  const { traceId } = resolved;
  const spans = (await config.spans.spansOf(traceId).catch(orFailure)) ?? noSpans;
  const range = timeRange(spans.spans);
  const query = {
    about: { traceIds: [traceId] },
    fromMs: range ? Number(range.startNs / 1_000_000n) - hourMs : Date.now() - 6 * hourMs,
    toMs: (range ? Number(range.endNs / 1_000_000n) : Date.now()) + hourMs,
    limit: maxLines,
    direction: 'forward' as const,
  };
  const lines = (await config.lines.linesOf(query).catch(orFailure)) ?? noLines;
  const unreadable = spans.unreadable + lines.unreadable;
  const { lines: distinct } = distinctLines(lines.lines);
  return { ...resolved, spans: spans.spans, unreadable, lines: distinct, failures };
}

function isSettled(trace: Trace, before: Trace | undefined): boolean {
  if (trace.failures.length > 0) return true;
  const range = timeRange(trace.spans, trace.lines);
  if (!range) return false;
  if (Number(range.endNs / 1_000_000n) < Date.now() - growsForMs) return true;
  const grew = trace.spans.length !== before?.spans.length || trace.lines.length !== before.lines.length;
  return !grew && trace.spans.length > 0 && looksWhole(trace);
}

import type { Log } from './log.ts';

/** Counts what goes to stay within the memory bound and says so in the log, one line per interval at most. */
export interface EvictionReport {
  trace(spans: number): void;
  lines(lines: number): void;
}

/** @param intervalMs 5 s: a full store evicts with every request, and a line for each would be all that the log says */
export function createEvictionReport(log: Log, intervalMs = 5000): EvictionReport {
  let unreported = { traces: 0, spans: 0, lines: 0 };
  let timer: NodeJS.Timeout | undefined;

  function report(): void {
    timer = undefined;
    log('warn', 'the memory bound is reached: the oldest traces and log lines had to go', unreported);
    unreported = { traces: 0, spans: 0, lines: 0 };
  }

  function count(traces: number, spans: number, lines: number): void {
    unreported.traces += traces;
    unreported.spans += spans;
    unreported.lines += lines;
    if (timer === undefined) timer = setTimeout(report, intervalMs).unref();
  }

  return {
    trace: (spans) => count(1, spans, 0),
    lines: (lines) => count(0, 0, lines),
  };
}

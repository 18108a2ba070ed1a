import { ownLine } from '../log/own-line.ts';
import { isUrgent } from '../log/severity.ts';
import { processWriter } from '../log/stdout/process-writer.ts';
import type { Ledger, Totals } from './ledger.ts';
import { ledgers } from './ledgers.ts';

/**
 * Says in one line what became of all spans and lines; the process ends with it.
 *
 * @param isCrash by an exception that nobody caught: that is the last line on stdout, and this one goes to stderr
 */
export function tellEnd(isCrash: boolean): void {
  const [spans, logs] = [ledgers.spans, ledgers.logs].map(close) as [Totals, Totals];
  const level = [spans, logs].some(isLossy) ? 'warn' : 'info';
  const line = ownLine(level, 'tracing ended', { spans: summaryOf(spans), logs: summaryOf(logs) });
  const writer = processWriter(isCrash ? 'stderr' : 'stdout');
  writer.write(line, isUrgent(level));
  // A writer that is made now does not see the event any more.
  writer.finish();
}

/** Spans that go on will never end. */
function close(ledger: Ledger): Totals {
  const { live } = ledger.totals();
  ledger.ended(live);
  ledger.dropped('never_ended', live);
  return ledger.totals();
}

function isLossy({ started, exported }: Totals): boolean {
  return started !== exported;
}

function summaryOf({ started, exported, dropped, unknown }: Totals): object {
  return { started, exported, dropped, unknown };
}

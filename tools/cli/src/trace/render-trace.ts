import { cut, fit, fitRight } from '../terminal/fit.ts';
import { printable } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { chooseLines } from './choose-lines.ts';
import { chooseSpans } from './choose-spans.ts';
import { keptBy } from './kept-by.ts';
import { type Layout, layOut, servicesOf, timeWidth } from './layout.ts';
import { formatMs, toMs } from './milliseconds.ts';
import { count, notesOn } from './notes.ts';
import { orderOfTrace } from './order-of-trace.ts';
import { originalIdOf } from './original-id.ts';
import { renderRow } from './render-row.ts';
import { type Row, waterfallRows } from './rows.ts';
import { buildSpanTree } from './span-tree.ts';
import type { Trace } from './trace.ts';
import { withoutRepeats } from './without-repeats.ts';

/** More rows than these nobody reads; `--json` has them all. */
const maxSpans = 300;
const maxShownLines = 300;
const maxServices = 8;
const uuidLength = 36;
const maxReasonLength = 80;
/** The longest of the ids that are taken over; whoever wrote more is cut. */
const maxOriginalLength = 64;

/** The whole trace as text: what it is, the waterfall with the log lines in it, and what to know about it. */
export function renderTrace(trace: Trace, { width, paint }: Pick<Terminal, 'width' | 'paint'>): string {
  const tree = buildSpanTree(trace.spans);
  const spans = new Map(trace.spans.map((span) => [span.spanId, span]));
  const lines = chooseLines(trace.lines, maxShownLines).map((line) =>
    withoutRepeats(line, spans.get(line.spanId ?? ''), orderOfTrace(trace)),
  );
  const rows = waterfallRows(tree, chooseSpans(tree, maxSpans), lines);
  const layout = layOut(trace, rows, width);
  const strays = lines.filter((line) => !spans.has(line.spanId ?? ''));
  const strayRows = strays.map((line): Row => ({ kind: 'line', guide: '? ', line }));
  const notes = [...notesOn(trace, tree), ...leftOutNotes(trace)];
  return [
    ...header(trace, layout, paint),
    ...(trace.spans.length > 0 ? ['', columnNames(layout, paint)] : []),
    ...rows.map((row) => renderRow(row, layout, paint)),
    ...(strays.length > 0 ? ['', paint('bold', '? Log lines whose span is not in the store')] : []),
    ...strayRows.map((row) => renderRow(row, layout, paint)),
    ...(notes.length > 0 ? ['', ...notes.map((note) => paint('yellow', `! ${note}`))] : []),
    ...linkRows(trace),
    '',
  ].join('\n');
}

function header(trace: Trace, layout: Layout, paint: Terminal['paint']): string[] {
  const services = servicesOf(trace).map(printable);
  const path = services.slice(0, maxServices).join(' → ') + (services.length > maxServices ? ' → …' : '');
  const failed = trace.spans.filter((span) => span.failed).length;
  const failures = failed > 0 ? `✗ ${failed} failed · ` : '';
  const facts = [
    path,
    count(trace.spans.length, 'span', 'spans'),
    count(trace.lines.length, 'log line', 'log lines'),
    `${formatMs(toMs(layout.endNs - layout.startNs))} ms`,
    startTime(layout.startNs),
  ];
  const orderId = orderOfTrace(trace);
  const order = orderId === undefined ? '' : `   order ${paint('bold', cut(printable(orderId), uuidLength))}`;
  const original = originalIdOf(trace.spans);
  const from = original === undefined ? '' : ` from ${cut(printable(original), maxOriginalLength)}`;
  const reason = keptBy(trace.spans);
  return [
    `trace ${paint('bold', trace.traceId)}${from}${order}`,
    paint('red', failures) + cut(facts.join(' · '), layout.width - failures.length),
    ...(reason === undefined ? [] : [`kept by ${cut(printable(reason), maxReasonLength)}`]),
  ];
}

/** Whole, however long they are: a link that is cut leads nowhere. */
function linkRows({ links }: Trace): string[] {
  return links ? ['', `trace  ${printable(links.trace)}`, `logs   ${printable(links.logs)}`] : [];
}

function columnNames(
  { serviceWidth, nameWidth, barWidth, startNs, endNs }: Layout,
  paint: Terminal['paint'],
) {
  const end = formatMs(toMs(endNs - startNs));
  const axis = `0${fitRight(end, barWidth - 1)}`;
  const names = [fitRight('at ms', timeWidth), fit('service', serviceWidth), fit('span', nameWidth)];
  return paint('dim', [...names, fitRight('ms', timeWidth), axis].join('  '));
}

/** Empty where the store's time is none that a date can hold. */
function startTime(ns: bigint): string {
  const date = new Date(Number(ns / 1_000_000n));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/T(.*)\..*/, ' $1Z');
}

function leftOutNotes({ spans, lines }: Trace): string[] {
  const leftOut = [
    spans.length > maxSpans && `${spans.length - maxSpans} of ${spans.length} spans`,
    lines.length > maxShownLines && `${lines.length - maxShownLines} of ${lines.length} log lines`,
  ].filter((text) => text !== false);
  return leftOut.length > 0 ? [`Not shown: ${leftOut.join(' and ')}. --json has them all.`] : [];
}

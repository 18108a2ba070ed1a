import { cut, fit, fitRight, widthOf } from '../terminal/fit.ts';
import { printable } from '../terminal/printable.ts';
import type { Style, Terminal } from '../terminal/terminal.ts';
import { bar } from './bar.ts';
import { isErrorLine } from './choose-lines.ts';
import { type Layout, timeWidth } from './layout.ts';
import type { LogLine } from './log-line.ts';
import { formatMs, toMs } from './milliseconds.ts';
import type { Row } from './rows.ts';
import type { Span } from './span.ts';
import { failedMark, spanLabel } from './span-label.ts';

const levelWidth = 5;
/** One row as text of at most `layout.width` columns, without the newline. */
export function renderRow(row: Row, layout: Layout, paint: Terminal['paint']): string {
  const guide = shorten(row.guide, Math.floor(layout.nameWidth / 2));
  if (row.kind === 'span') return renderSpan(row.span, guide, layout, paint);
  const margin = ' '.repeat(timeWidth + 2 + layout.serviceWidth + 2);
  const room = layout.width - margin.length - guide.length;
  if (row.kind === 'line') {
    const at = paint('dim', fitRight(atMs(row.line.timeNs, layout), timeWidth));
    return at + margin.slice(timeWidth) + paint('dim', guide) + renderLine(row.line, room, paint);
  }
  const left = margin + paint('dim', guide);
  if (row.kind === 'link') return left + paint('dim', cut(`linked to ${row.link.traceId}`, room));
  if (row.kind === 'more') return left + paint('dim', cut(`… ${row.count} more not shown`, room));
  return left + paint('red', cut(failedMark + printable(row.text), room));
}

function renderSpan(span: Span, guide: string, layout: Layout, paint: Terminal['paint']): string {
  const { serviceWidth, nameWidth, barWidth, startNs, endNs } = layout;
  const style = layout.styleOf(span.service);
  const share = (ns: bigint) => Number(ns - startNs) / Math.max(1, Number(endNs - startNs));
  return [
    paint('dim', fitRight(atMs(span.startNs, layout), timeWidth)),
    paint(style, fit(printable(span.service), serviceWidth)),
    paint('dim', guide) + renderName(span, nameWidth - guide.length, paint),
    fitRight(formatMs(toMs(span.endNs - span.startNs)), timeWidth),
    paint(span.failed ? 'red' : style, bar(share(span.startNs), share(span.endNs), barWidth)),
  ].join('  ');
}

/** Name and status in exactly `width` columns; the name is cut before the status is. */
function renderName(span: Span, width: number, paint: Terminal['paint']): string {
  const label = spanLabel(span);
  const status = cut(label.status, width - failedMark.length);
  const name = cut(label.name, width - widthOf(status));
  const filler = ' '.repeat(width - widthOf(name + status));
  return (span.failed ? paint('red', name + status) : name + paint('dim', status)) + filler;
}

/** The guide of a span so deep that its name would have no room loses its left part. */
function shorten(guide: string, width: number): string {
  return guide.length > width ? `…${guide.slice(guide.length - width + 1)}` : guide;
}

function renderLine(line: LogLine, room: number, paint: Terminal['paint']): string {
  const level = fit(printable(line.level || '-'), levelWidth);
  const fields = Object.entries(line.fields).map(([name, value]) => `${name}=${quote(value)}`);
  const message = cut(printable(line.message), room - levelWidth - 2);
  const rest = cut(printable(fields.join(' ')), room - levelWidth - 2 - widthOf(message) - 2);
  const style = levelStyle(line);
  return `${paint(style, level)}  ${style === 'dim' ? message : paint(style, message)}${rest && paint('dim', `  ${rest}`)}`;
}

function levelStyle(line: LogLine): Style {
  if (isErrorLine(line)) return 'red';
  return line.level.startsWith('warn') ? 'yellow' : 'dim';
}

function quote(value: string): string {
  return /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);
}

function atMs(ns: bigint, { startNs }: Layout): string {
  return formatMs(toMs(ns - startNs));
}

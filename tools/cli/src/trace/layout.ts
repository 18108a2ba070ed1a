import { widthOf } from '../terminal/fit.ts';
import { printable } from '../terminal/printable.ts';
import type { Style } from '../terminal/terminal.ts';
import type { Row } from './rows.ts';
import { spanLabel } from './span-label.ts';
import { timeRange } from './time-range.ts';
import type { Trace } from './trace.ts';

/** The columns of the waterfall, and what they are measured against. */
export interface Layout {
  readonly width: number;
  readonly serviceWidth: number;
  readonly nameWidth: number;
  readonly barWidth: number;
  /** Epoch nanoseconds of the left and the right end of the bars. */
  readonly startNs: bigint;
  readonly endNs: bigint;
  readonly styleOf: (service: string) => Style;
}

/** Of both columns of milliseconds. */
export const timeWidth = 8;

/** Narrower, nothing could be read; wider, the bar would be far from its name. */
const [minWidth, maxWidth] = [60, 180];
const minServiceWidth = 7;
const maxServiceShare = 0.16;
/** Names take what they need; the bar gets the rest within these bounds. */
const [minBarShare, maxBarShare] = [0.15, 0.3];
const gaps = 4 * 2;
/** Not red: that is for failures. */
const serviceStyles: readonly Style[] = ['cyan', 'magenta', 'green', 'blue', 'yellow'];

/** The services of a trace in the order in which the request reached them. */
export function servicesOf({ spans, lines }: Trace): readonly string[] {
  const starts = [
    ...spans.map(({ service, startNs }) => ({ service, ns: startNs })),
    ...lines.map(({ service, timeNs }) => ({ service, ns: timeNs })),
  ];
  return [...new Set(starts.sort((a, b) => Number(a.ns - b.ns)).map(({ service }) => service))];
}

/** Chooses the columns for a terminal of `columns` columns. */
export function layOut(trace: Trace, rows: readonly Row[], columns: number): Layout {
  const width = Math.min(Math.max(columns, minWidth), maxWidth);
  const services = servicesOf(trace);
  const serviceWidth = clamp(widest(services), minServiceWidth, Math.floor(width * maxServiceShare));
  const room = width - 2 * timeWidth - serviceWidth - gaps;
  const nameWidth = clamp(widest(labels(rows)), room - width * maxBarShare, room - width * minBarShare);
  const { startNs, endNs } = timeRange(trace.spans) ??
    timeRange([], trace.lines) ?? { startNs: 0n, endNs: 0n };
  const styles = new Map(
    services.map((name, i) => [name, serviceStyles[i % serviceStyles.length] ?? 'cyan']),
  );
  const styleOf = (service: string) => styles.get(service) ?? 'cyan';
  return { width, serviceWidth, nameWidth, barWidth: room - nameWidth, startNs, endNs, styleOf };
}

function labels(rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row) => {
    if (row.kind !== 'span') return [];
    const { name, status } = spanLabel(row.span);
    return [row.guide + name + status];
  });
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, widthOf(printable(text))), 0);
}

function clamp(value: number, least: number, most: number): number {
  return Math.floor(Math.min(Math.max(value, least), most));
}

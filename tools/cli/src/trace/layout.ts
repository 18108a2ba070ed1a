import { widthOf } from '../terminal/fit.ts';
import { printable } from '../terminal/printable.ts';
import type { Style } from '../terminal/terminal.ts';
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
const barShare = 0.22;
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
export function layOut(trace: Trace, columns: number): Layout {
  const width = Math.min(Math.max(columns, minWidth), maxWidth);
  const services = servicesOf(trace);
  const widest = Math.max(minServiceWidth, ...services.slice(0, 100).map((name) => widthOf(printable(name))));
  const serviceWidth = Math.min(widest, Math.floor(width * maxServiceShare));
  const barWidth = Math.floor(width * barShare);
  const { startNs, endNs } = timeRange(trace.spans) ??
    timeRange([], trace.lines) ?? { startNs: 0n, endNs: 0n };
  const styles = new Map(
    services.map((name, i) => [name, serviceStyles[i % serviceStyles.length] ?? 'cyan']),
  );
  const nameWidth = width - 2 * timeWidth - serviceWidth - barWidth - 4 * 2;
  const styleOf = (service: string) => styles.get(service) ?? 'cyan';
  return { width, serviceWidth, nameWidth, barWidth, startNs, endNs, styleOf };
}

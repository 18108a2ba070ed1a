import { fillVariables } from './fill-variables.ts';
import type { DataSource } from './provisioning.ts';

/** What Grafana knows of the span whose link is clicked. */
export interface ClickedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly startMs: number;
  readonly endMs: number;
}

export interface LogQuery {
  readonly datasourceUid: string;
  readonly expr: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** The query behind "Logs for this span" in Grafana's view of a trace. */
export function logsOfSpan({ jsonData }: DataSource, span: ClickedSpan): LogQuery {
  const { tracesToLogsV2: link } = jsonData;
  if (!link?.customQuery) throw new Error('there is no query from a span to its lines');
  const values = {
    '__trace.traceId': span.traceId,
    '__span.traceId': span.traceId,
    '__span.spanId': span.spanId,
  };
  return {
    datasourceUid: link.datasourceUid,
    expr: fillVariables(link.query, values),
    fromMs: span.startMs + shiftMs(link.spanStartTimeShift),
    toMs: span.endMs + shiftMs(link.spanEndTimeShift),
  };
}

function shiftMs(shift: string): number {
  const [, count] = /^(-?\d+)m$/.exec(shift) ?? [];
  if (count === undefined) throw new Error(`${shift} is not a number of minutes`);
  return Number(count) * 60_000;
}

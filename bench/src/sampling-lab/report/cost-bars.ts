import type { Bar } from '../picture/bars.ts';
import type { Replay } from '../replay/replay-row.ts';

/** The CPU time of a request as bars: the services, and the collector behind them. */
export function costBars({ rows }: Replay): Bar[] {
  return rows.map(({ name, cpuMillis, cpuRatio, collector }) => {
    const parts = [cpuMillis.value, ...(collector ? [collector.cpuMillis] : [])];
    const total = parts.reduce((sum, part) => sum + part, 0);
    return { name, parts, note: `${total.toFixed(2)} ms, services × ${cpuRatio.value.toFixed(2)}` };
  });
}

import type { Replay } from '../replay/replay-row.ts';
import type { Simulated } from '../simulation/simulated.ts';
import { costTable } from './cost-table.ts';
import { coverageTable } from './coverage-table.ts';

export interface LabResult {
  readonly simulated: readonly Simulated[];
  readonly requests: number;
  /** Absent where it was left out. */
  readonly replay: Replay | undefined;
  readonly seconds: number;
}

/** Both tables, each with the source of its columns. */
export function labTables({ simulated, requests, replay, seconds }: LabResult): string {
  return `Source of all columns: simulation. ${requests} requests of the same traffic through the engine of @mesh/tracing
for each policy; \`tail\` is a model of the collector's decision.

${coverageTable(simulated)}

${replay ? costText(replay) : 'The replay on the services was left out.'}

The lab took ${Math.round(seconds)} s.`;
}

function costText(replay: Replay): string {
  const placed = replay.rows[0]?.placed;
  return `Sources: the collector's own columns (collector CPU, collector MB) are those of a real OpenTelemetry Collector with
tail_sampling; all others are the replay on the services, ${placed} requests for each policy with the warm-up, whose CPU
time is not counted. Bytes are those of OTLP; what the services in front of the collector export is taken from \`always\`.

${costTable(replay)}`;
}

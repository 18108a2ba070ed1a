import type { ProtoGrpcType } from '@mesh/protos/gen/admin';
import type { AdminServiceDefinition } from '@mesh/protos/gen/mesh/admin/v1/AdminService';
import { type Connection, connect, loadProto } from '@mesh/rpc';
import type { Place } from './config.ts';
import { problemOf } from './problem-of.ts';
import { type SamplingReport, samplingReport } from './sampling-report.ts';

/** What one service said. */
export type Answer = Place & (Answered | { readonly problem: string });

export interface Answered {
  readonly report: SamplingReport;
  /** The same, all of it. */
  readonly whole: Readonly<Record<string, unknown>>;
}

/** Of one call: a service that is there answers in a few milliseconds. */
const TIMEOUT_MS = 1500;

const never = new AbortController().signal;

/** The services of a mesh; what they say may be asked again and again. `close` it when done. */
export function openServices(places: readonly Place[]): { ask(): Promise<Answer[]>; close(): void } {
  const { AdminService } = loadProto<ProtoGrpcType>('mesh/admin/v1/admin.proto').root.mesh.admin.v1;
  const open = places.map((place) => ({
    place,
    connection: connect<AdminServiceDefinition>(AdminService, place.address, place.name),
  }));
  return {
    ask: () => Promise.all(open.map(({ place, connection }) => ask(place, connection))),
    close() {
      for (const { connection } of open) connection.close();
    },
  };
}

async function ask(place: Place, { client }: Connection<AdminServiceDefinition>): Promise<Answer> {
  try {
    const scope = { signal: never, deadline: Date.now() + TIMEOUT_MS };
    const { reportJson } = await client.getSampling({}, scope);
    const whole = JSON.parse(reportJson);
    return { ...place, report: samplingReport.parse(whole), whole };
  } catch (error) {
    return { ...place, problem: problemOf(error, place) };
  }
}

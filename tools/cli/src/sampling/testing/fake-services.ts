import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { ProtoGrpcType } from '@mesh/protos/gen/inventory';
import { loadProto, serve } from '@mesh/rpc';
import { parseSamplingDocument } from '@mesh/tracing/sampling';
import type { Env } from '../../command.ts';

const proto = loadProto<ProtoGrpcType>('mesh/inventory/v1/inventory.proto');
const { service } = proto.root.mesh.inventory.v1.InventoryService;
const log = { debug() {}, info() {}, warn() {}, error() {} };

/** What a service says; a function is asked at each call. */
export type FakeReport = () => object | undefined;

/** Services that say this of their sampling; answers the environment in which they are found. */
export async function serveFakeServices(t: TestContext, reports: readonly FakeReport[]): Promise<Env> {
  const servers = await Promise.all(
    reports.map((sampling) =>
      serve({
        ...{ host: '127.0.0.1', port: 0, proto, service, handlers: {}, reflection: false, log },
        admin: { sampling },
      }),
    ),
  );
  t.after(() => Promise.all(servers.map((server) => server.stop(100))));
  const [gateway, order, inventory] = servers.map(({ port }) => String(port));
  return { GATEWAY_GRPC_PORT: gateway, ORDER_GRPC_PORT: order, INVENTORY_GRPC_PORT: inventory };
}

/** Of a service where something was kept after the fact. */
export const fakeCapture = {
  bytes: 700_000,
  traces: 1200,
  tally: {
    granted: { INTERNAL: 9, slow: 3, marked: 0 },
    refused: { INTERNAL: 4, slow: 0 },
    promotedTraces: 15,
    evictedItems: 7,
    missedTraces: 2,
    tells: { told: 8, failed: 1, dropped: 0 },
  },
};

/** A report of a service that reads the file at each call. */
export function reading(file: string, source: object = {}): FakeReport {
  return () => ({
    service: 'fake',
    source: { kind: 'file', location: file, loadedAt: '2026-11-26T17:00:00.000Z', ...source },
    document: parseSamplingDocument(readFileSync(file, 'utf8')),
    operations: [],
    tally: { kept: { first: 3, ratio: 0 }, dropped: { ratio: 12 } },
  });
}

export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-sampling-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

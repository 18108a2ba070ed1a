import type { TestContext } from 'node:test';
import type { ProtoGrpcType } from '@mesh/protos/gen/admin';
import type { AdminServiceDefinition } from '@mesh/protos/gen/mesh/admin/v1/AdminService';
import { connect, loadProto } from '@mesh/rpc';
import { within } from './clients.ts';
import { defer } from './defer.ts';
import type { MeshEnvironment } from './mesh-environment.ts';

/** What a service says of its sampling, so far as the tests look at it. */
export interface SamplingReport {
  readonly service: string;
  readonly source: { readonly error?: string };
  readonly tally: { readonly kept: Readonly<Record<string, number>> };
  readonly marks?: Readonly<Record<string, number>>;
  readonly document: { readonly default: { readonly kind: string; readonly ratio?: number } };
}

const { AdminService } = loadProto<ProtoGrpcType>('mesh/admin/v1/admin.proto').root.mesh.admin.v1;

/** Asks all three services, as often as one likes; closed when the test is over. */
export function samplingOf(t: TestContext, { ports }: MeshEnvironment): () => Promise<SamplingReport[]> {
  const connections = [ports.GATEWAY_GRPC_PORT, ports.ORDER_GRPC_PORT, ports.INVENTORY_GRPC_PORT].map(
    (port) => connect<AdminServiceDefinition>(AdminService, `127.0.0.1:${port}`, String(port)),
  );
  defer(t, () => {
    for (const connection of connections) connection.close();
  });
  return () =>
    Promise.all(
      connections.map(async ({ client }) => JSON.parse((await client.getSampling({}, within())).reportJson)),
    );
}

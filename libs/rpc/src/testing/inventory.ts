import type { TestContext } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import type { ProtoGrpcType } from '@mesh/protos/gen/inventory';
import type { Admin } from '../admin.ts';
import type { AnyHandlers } from '../implementation.ts';
import { loadProto } from '../load-proto.ts';
import { serve } from '../serve.ts';
import { recordingLog } from './recording-log.ts';

const proto = loadProto<ProtoGrpcType>('mesh/inventory/v1/inventory.proto');

export const Inventory = proto.root.mesh.inventory.v1.InventoryService;

export interface InventoryOptions {
  readonly handlers?: AnyHandlers;
  readonly reflection?: boolean;
  readonly faults?: boolean;
  readonly admin?: Admin;
  readonly host?: string;
  readonly port?: number;
  readonly maxConnectionAgeMs?: number;
}

/** A running inventory with these handlers, a raw stub of it, and the lines that it wrote. */
export async function inventory(
  t: TestContext,
  { handlers = {}, reflection = false, host = '127.0.0.1', port = 0, ...rest }: InventoryOptions = {},
) {
  const record = recordingLog();
  const { service } = Inventory;
  const server = await serve({
    ...rest,
    host,
    port,
    proto,
    service,
    handlers,
    reflection,
    log: record.log,
  });
  const address = `${host}:${server.port}`;
  const stub = new Inventory(address, grpc.credentials.createInsecure());
  t.after(async () => {
    stub.close();
    await server.stop(100);
  });
  return { ...record, server, address, stub };
}

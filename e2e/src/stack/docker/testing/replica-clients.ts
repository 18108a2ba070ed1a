import type { TestContext } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import type { ProtoGrpcType } from '@mesh/protos/gen/inventory';
import type { InventoryServiceDefinition } from '@mesh/protos/gen/mesh/inventory/v1/InventoryService';
import { type Client, connect, loadProto } from '@mesh/rpc';
import { defer } from '../../../testing/defer.ts';
import { addressOf, type Container } from './containers.ts';

const { InventoryService } = loadProto<ProtoGrpcType>('mesh/inventory/v1/inventory.proto').root.mesh.inventory
  .v1;

type Methods = Pick<InventoryServiceDefinition, 'ListStock' | 'Restock'>;

/** Calls of one replica of the inventory, past all balancing. */
export function callReplica(t: TestContext, replica: Container): Client<Methods> {
  const connection = connect<Methods>(InventoryService, `${addressOf(replica)}:50052`, 'inventory');
  defer(t, () => connection.close());
  return connection.client;
}

/** The totals of a product that one replica tells a watcher of, as they come. */
export function watchReplica(t: TestContext, replica: Container, sku: string): number[] {
  const client = new InventoryService(`${addressOf(replica)}:50052`, grpc.credentials.createInsecure());
  const stream = client.watchStock({ skus: [sku] });
  const totals: number[] = [];
  stream.on('data', ({ stock }) => totals.push(stock.total)).on('error', () => undefined);
  defer(t, () => {
    stream.cancel();
    client.close();
  });
  return totals;
}

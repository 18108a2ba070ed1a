import type { ProtoGrpcType } from '@mesh/protos/gen/inventory';
import type { InventoryServiceDefinition } from '@mesh/protos/gen/mesh/inventory/v1/InventoryService';
import { type Connection, connect, loadProto } from '@mesh/rpc';

/** The methods of the inventory that this service may call. */
export type InventoryMethods = Pick<InventoryServiceDefinition, 'Reserve' | 'Commit' | 'Release'>;

export function connectInventory(address: string): Connection<InventoryMethods> {
  const proto = loadProto<ProtoGrpcType>('mesh/inventory/v1/inventory.proto');
  return connect(proto.root.mesh.inventory.v1.InventoryService, address, 'inventory');
}

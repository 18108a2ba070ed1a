import type { ProtoGrpcType as InventoryProto } from '@mesh/protos/gen/inventory';
import type { InventoryServiceDefinition } from '@mesh/protos/gen/mesh/inventory/v1/InventoryService';
import type { OrderServiceDefinition } from '@mesh/protos/gen/mesh/order/v1/OrderService';
import type { ProtoGrpcType as OrderProto } from '@mesh/protos/gen/order';
import { type Connection, connect, loadProto } from '@mesh/rpc';

/** The methods of the inventory that the edge may call: it shows stock and changes none. */
export type InventoryMethods = Pick<InventoryServiceDefinition, 'ListStock'>;

export interface Neighbours {
  readonly order: Connection<OrderServiceDefinition>;
  readonly inventory: Connection<InventoryMethods>;
}

export function connectNeighbours(orderAddress: string, inventoryAddress: string): Neighbours {
  const order = loadProto<OrderProto>('mesh/order/v1/order.proto').root.mesh.order.v1;
  const inventory = loadProto<InventoryProto>('mesh/inventory/v1/inventory.proto').root.mesh.inventory.v1;
  return {
    order: connect(order.OrderService, orderAddress, 'order'),
    inventory: connect(inventory.InventoryService, inventoryAddress, 'inventory'),
  };
}

import type { TestContext } from 'node:test';
import type { ProtoGrpcType as GatewayProto } from '@mesh/protos/gen/gateway';
import type { ProtoGrpcType as InventoryProto } from '@mesh/protos/gen/inventory';
import type { GatewayServiceDefinition } from '@mesh/protos/gen/mesh/gateway/v1/GatewayService';
import type { InventoryServiceDefinition } from '@mesh/protos/gen/mesh/inventory/v1/InventoryService';
import type { OrderServiceDefinition } from '@mesh/protos/gen/mesh/order/v1/OrderService';
import type { ProtoGrpcType as OrderProto } from '@mesh/protos/gen/order';
import { type Client, connect, loadProto, type Scope } from '@mesh/rpc';
import { defer } from './defer.ts';
import type { PortName } from './mesh-environment.ts';

type UnaryOfInventory = 'ListStock' | 'ListReservations' | 'Reserve' | 'Commit' | 'Release' | 'Restock';

export interface Clients {
  readonly gateway: Client<GatewayServiceDefinition>;
  readonly order: Client<OrderServiceDefinition>;
  readonly inventory: Client<Pick<InventoryServiceDefinition, UnaryOfInventory>>;
}

const { GatewayService } = loadProto<GatewayProto>('mesh/gateway/v1/gateway.proto').root.mesh.gateway.v1;
const { OrderService } = loadProto<OrderProto>('mesh/order/v1/order.proto').root.mesh.order.v1;
const { InventoryService } = loadProto<InventoryProto>('mesh/inventory/v1/inventory.proto').root.mesh
  .inventory.v1;

/** gRPC clients of the three services, closed when the test is over. */
export function connectClients(t: TestContext, ports: Readonly<Record<PortName, number>>): Clients {
  const at = (name: PortName) => `127.0.0.1:${ports[name]}`;
  const gateway = connect<GatewayServiceDefinition>(GatewayService, at('GATEWAY_GRPC_PORT'), 'gateway');
  const order = connect<OrderServiceDefinition>(OrderService, at('ORDER_GRPC_PORT'), 'order');
  const inventory = connect<Pick<InventoryServiceDefinition, UnaryOfInventory>>(
    InventoryService,
    at('INVENTORY_GRPC_PORT'),
    'inventory',
  );
  defer(t, () => {
    for (const connection of [gateway, order, inventory]) connection.close();
  });
  return { gateway: gateway.client, order: order.client, inventory: inventory.client };
}

/** A scope that ends after `ms`. */
export function within(ms = 5000): Scope {
  return { signal: new AbortController().signal, deadline: Date.now() + ms };
}

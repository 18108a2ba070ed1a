import type { ProtoGrpcType as InventoryProto } from '@mesh/protos/gen/inventory';
import type { InventoryServiceHandlers } from '@mesh/protos/gen/mesh/inventory/v1/InventoryService';
import type { OrderServiceHandlers } from '@mesh/protos/gen/mesh/order/v1/OrderService';
import type { ProtoGrpcType as OrderProto } from '@mesh/protos/gen/order';
import { type Handlers, type Log, loadProto, serve } from '@mesh/rpc';

/** What the services behind the gateway do in a test. Whatever is not said is UNIMPLEMENTED. */
export interface Behaviour {
  readonly order?: Partial<Handlers<OrderServiceHandlers>>;
  readonly inventory?: Partial<Handlers<InventoryServiceHandlers>>;
  /** Whether they take faults. */
  readonly faults?: boolean;
}

const nothing = () => undefined;
const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const place = { host: '127.0.0.1', port: 0, reflection: false, log: silent };

/** The two services as real servers. */
export async function startServices(behaviour: Behaviour) {
  const orderProto = loadProto<OrderProto>('mesh/order/v1/order.proto');
  const inventoryProto = loadProto<InventoryProto>('mesh/inventory/v1/inventory.proto');
  const order = await serve({
    ...place,
    faults: behaviour.faults ?? false,
    proto: orderProto,
    service: orderProto.root.mesh.order.v1.OrderService.service,
    handlers: behaviour.order ?? {},
  });
  const inventory = await serve({
    ...place,
    faults: behaviour.faults ?? false,
    proto: inventoryProto,
    service: inventoryProto.root.mesh.inventory.v1.InventoryService.service,
    handlers: behaviour.inventory ?? {},
  });
  return { order, inventory };
}

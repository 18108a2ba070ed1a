import type { ProtoGrpcType as InventoryProto } from '@mesh/protos/gen/inventory';
import type { InventoryServiceDefinition } from '@mesh/protos/gen/mesh/inventory/v1/InventoryService';
import type { OrderServiceDefinition } from '@mesh/protos/gen/mesh/order/v1/OrderService';
import type { ProtoGrpcType as OrderProto } from '@mesh/protos/gen/order';
import { type Client, connect, loadProto, RpcError, type Scope, status } from '@mesh/rpc';
import type { VerifyConfig } from './config.ts';
import { type MeshReader, pageSize, ReadError } from './mesh-reader.ts';
import { readPages } from './read-pages.ts';

/** Of one call; the audit of the stock sums over all reservations. */
const timeoutMs = 10_000;

type Orders = Client<Pick<OrderServiceDefinition, 'ListOrders' | 'GetOrder'>>;
type Inventory = Client<Pick<InventoryServiceDefinition, 'ListStock' | 'ListReservations'>>;

/** Reads the mesh through the RPCs of its services. `close` it when done. */
export function openMeshReader({
  orderAddress,
  inventoryAddress,
}: VerifyConfig): MeshReader & { close(): void } {
  const { OrderService } = loadProto<OrderProto>('mesh/order/v1/order.proto').root.mesh.order.v1;
  const { InventoryService } = loadProto<InventoryProto>('mesh/inventory/v1/inventory.proto').root.mesh
    .inventory.v1;
  const orders = connect<OrderServiceDefinition>(OrderService, orderAddress, 'order');
  const inventory = connect<InventoryServiceDefinition>(InventoryService, inventoryAddress, 'inventory');
  return {
    ...orderReader(orders.client, explain('ORDER_ADDRESS', orderAddress)),
    ...inventoryReader(inventory.client, explain('INVENTORY_ADDRESS', inventoryAddress)),
    close() {
      orders.close();
      inventory.close();
    },
  };
}

function orderReader(orders: Orders, orExplain: (error: unknown) => never) {
  return {
    orders: () =>
      readPages(async (pageToken) => {
        const page = await orders.listOrders({ pageSize, pageToken }, scope()).catch(orExplain);
        return { items: page.orders, nextPageToken: page.nextPageToken };
      }),
    order: (id: string) =>
      orders
        .getOrder({ id }, scope())
        .then((response) => response.order ?? undefined)
        .catch((error) => (isAbsent(error) ? undefined : orExplain(error))),
  };
}

function inventoryReader(inventory: Inventory, orExplain: (error: unknown) => never) {
  const audit = { pageSize, view: 'STOCK_VIEW_AUDIT' } as const;
  return {
    reservations: () =>
      readPages(async (pageToken) => {
        const page = await inventory.listReservations({ pageSize, pageToken }, scope()).catch(orExplain);
        return { items: page.reservations, nextPageToken: page.nextPageToken };
      }),
    async reservationsOf(orderIds: readonly string[]) {
      if (orderIds.length === 0) return [];
      const request = { pageSize, orderIds: [...orderIds] };
      return inventory
        .listReservations(request, scope())
        .then(({ reservations }) => reservations)
        .catch((error) => (isAbsent(error) ? [] : orExplain(error)));
    },
    stock: () =>
      readPages(async (pageToken) => {
        const page = await inventory.listStock({ ...audit, pageToken }, scope()).catch(orExplain);
        return { items: page.stock, nextPageToken: page.nextPageToken };
      }),
    async stockOf(sku: string) {
      const { stock } = await inventory.listStock({ ...audit, skus: [sku] }, scope()).catch(orExplain);
      return stock.find((entry) => entry.sku === sku);
    },
  };
}

const never = new AbortController().signal;

function scope(): Scope {
  return { signal: never, deadline: Date.now() + timeoutMs };
}

/** An id that the service refuses to look for is of no order either. */
function isAbsent(error: unknown): boolean {
  return (
    error instanceof RpcError && (error.code === status.NOT_FOUND || error.code === status.INVALID_ARGUMENT)
  );
}

function explain(variable: string, address: string) {
  return (error: unknown): never => {
    const message = error instanceof Error ? error.message : String(error);
    throw new ReadError(
      `Cannot read ${address}: ${message}. Start the mesh with \`npm start\`, or set ${variable}.`,
      { cause: error },
    );
  };
}

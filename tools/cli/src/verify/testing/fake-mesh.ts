import type { TestContext } from 'node:test';
import type { ProtoGrpcType as InventoryProto } from '@mesh/protos/gen/inventory';
import type { InventoryServiceHandlers } from '@mesh/protos/gen/mesh/inventory/v1/InventoryService';
import type { Reservation__Output } from '@mesh/protos/gen/mesh/inventory/v1/Reservation';
import type { Stock__Output } from '@mesh/protos/gen/mesh/inventory/v1/Stock';
import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';
import type { OrderServiceHandlers } from '@mesh/protos/gen/mesh/order/v1/OrderService';
import type { ProtoGrpcType as OrderProto } from '@mesh/protos/gen/order';
import { type Handlers, loadProto, RpcError, serve, status } from '@mesh/rpc';

/** What the two fakes hold; a test may change it while it is read. */
export interface FakeState {
  orders: Order__Output[];
  reservations: Reservation__Output[];
  stock: Stock__Output[];
  /** Called before each answer, with the method's name. */
  onCall?: (method: string) => void;
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
const shared = { host: '127.0.0.1', port: 0, reflection: false, log: silent };

/** Serves the reading half of both services over real gRPC until the test ends; answers their addresses. */
export async function serveFakeMesh(t: TestContext, state: FakeState) {
  const order = loadProto<OrderProto>('mesh/order/v1/order.proto');
  const inventory = loadProto<InventoryProto>('mesh/inventory/v1/inventory.proto');
  const servers = await Promise.all([
    serve({
      ...{ ...shared, proto: order, serviceName: 'mesh.order.v1.OrderService' },
      ...{ service: order.root.mesh.order.v1.OrderService.service, handlers: orderHandlers(state) },
    }),
    serve({
      ...{ ...shared, proto: inventory, serviceName: 'mesh.inventory.v1.InventoryService' },
      ...{
        service: inventory.root.mesh.inventory.v1.InventoryService.service,
        handlers: inventoryHandlers(state),
      },
    }),
  ]);
  t.after(() => Promise.all(servers.map((server) => server.stop(100))));
  const [orders, stock] = servers.map(({ port }) => `127.0.0.1:${port}`);
  return { ORDER_ADDRESS: orders ?? '', INVENTORY_ADDRESS: stock ?? '' };
}

function orderHandlers(state: FakeState): Pick<Handlers<OrderServiceHandlers>, 'listOrders' | 'getOrder'> {
  return {
    async listOrders({ pageSize, pageToken }) {
      state.onCall?.('listOrders');
      const { items, nextPageToken } = cut(state.orders, pageSize, pageToken);
      return { orders: items, nextPageToken };
    },
    async getOrder({ id }) {
      state.onCall?.('getOrder');
      checkUuid(id);
      const order = state.orders.find((entry) => entry.id === id);
      if (!order) throw new RpcError(status.NOT_FOUND, 'no such order', { reason: 'ORDER_NOT_FOUND' });
      return { order };
    },
  };
}

function inventoryHandlers(
  state: FakeState,
): Pick<Handlers<InventoryServiceHandlers>, 'listStock' | 'listReservations'> {
  return {
    async listReservations({ pageSize, pageToken, orderIds }) {
      state.onCall?.('listReservations');
      orderIds.forEach(checkUuid);
      const wanted = new Set(orderIds);
      const found = state.reservations.filter(({ orderId }) => wanted.size === 0 || wanted.has(orderId));
      const { items, nextPageToken } = cut(found, pageSize, pageToken);
      return { reservations: items, nextPageToken };
    },
    async listStock({ pageSize, pageToken, skus, view }) {
      state.onCall?.('listStock');
      if (view !== 'STOCK_VIEW_AUDIT') throw new RpcError(status.INVALID_ARGUMENT, 'only an audit adds up');
      const found = state.stock.filter(({ sku }) => skus.length === 0 || skus.includes(sku));
      const { items, nextPageToken } = cut(found, pageSize, pageToken);
      return { stock: items, nextPageToken };
    },
  };
}

function checkUuid(id: string): void {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new RpcError(status.INVALID_ARGUMENT, 'must be a UUID');
}

/** A token is the place where the page begins. */
function cut<Item>(items: readonly Item[], size = 100, token: string) {
  const start = Number(token);
  const end = start + size;
  return { items: items.slice(start, end), nextPageToken: end < items.length ? `${end}` : '' };
}

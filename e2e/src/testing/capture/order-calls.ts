import { randomBytes, randomUUID } from 'node:crypto';
import { credentials, Metadata } from '@grpc/grpc-js';
import type { ProtoGrpcType } from '@mesh/protos/gen/gateway';
import { loadProto } from '@mesh/rpc';
import type { CaptureMesh } from './capture-mesh.ts';
import { SLOW_MS } from './capture-mesh.ts';

/** How an order goes. */
export type Kind = 'plain' | 'fails' | 'slow' | 'late' | 'cancelled' | 'held';

/** What the client knows of one order. */
export interface Call {
  readonly traceId: string;
  readonly kind: Kind;
  readonly ms: number;
  /** Of HTTP, or of gRPC; undefined where there was no answer. */
  readonly status: number | undefined;
}

const FAULTS: Readonly<Record<Kind, readonly string[]>> = {
  plain: [],
  fails: ['inventory/Commit:error=INTERNAL'],
  slow: [`inventory/Reserve:delay=${SLOW_MS + 200}`, `order/CreateOrder:delay=${SLOW_MS + 200}`],
  late: [`inventory/Commit:delay=${SLOW_MS + 200}`],
  cancelled: [`inventory/Commit:delay=${SLOW_MS * 3}`, `inventory/Reserve:delay=${SLOW_MS * 3}`],
  // Under way for as long as it takes to kill somebody.
  held: [`inventory/Commit:delay=${SLOW_MS - 100}`],
};

/** Places orders of the given kinds, as many at the same time as there are lanes. */
export async function placeOrders(mesh: CaptureMesh, kinds: Iterable<Kind>, lanes: number): Promise<Call[]> {
  const queue = Iterator.from(kinds);
  const calls: Call[] = [];
  using late = lateOrders(mesh);
  const lane = async () => {
    // They share one iterator.
    for (const kind of queue) calls.push(await place(mesh, kind, late.place));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return calls;
}

/** So that products, and the faults of one kind, take turns. */
let placed = 0;

async function place(mesh: CaptureMesh, kind: Kind, placeLate: PlaceLate): Promise<Call> {
  const index = placed++;
  const traceId = randomBytes(16).toString('hex');
  const faults = FAULTS[kind][index % FAULTS[kind].length] ?? '';
  const headers = {
    // Not sampled: the gateway takes over the id, and decides by itself.
    traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-00`,
    ...(faults && { 'mesh-faults': faults }),
  };
  const sku = `SKU-${String(1 + (index % 90)).padStart(4, '0')}`;
  const order = { customerId: 'c-1', items: [{ sku, quantity: 1 }] };
  const start = performance.now();
  const status =
    kind === 'late' ? await placeLate(order, headers) : await placeHttp(mesh, kind, order, headers);
  return { traceId, kind, status, ms: performance.now() - start };
}

type Headers = Readonly<Record<string, string>>;
type Order = { customerId: string; items: { sku: string; quantity: number }[] };
type PlaceLate = (order: Order, headers: Headers) => Promise<number>;

async function placeHttp(mesh: CaptureMesh, kind: Kind, order: Order, headers: Headers) {
  const patience = kind === 'cancelled' ? SLOW_MS * 2 : 30_000;
  try {
    const response = await fetch(`${mesh.gatewayUrl}/v1/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
      body: JSON.stringify(order),
      signal: AbortSignal.timeout(patience),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}

/** Over gRPC, as only there a client can say how long it waits. */
function lateOrders({ ports }: CaptureMesh): Disposable & { readonly place: PlaceLate } {
  const { GatewayService } = loadProto<ProtoGrpcType>('mesh/gateway/v1/gateway.proto').root.mesh.gateway.v1;
  const client = new GatewayService(`127.0.0.1:${ports.GATEWAY_GRPC_PORT}`, credentials.createInsecure());
  return {
    place: ({ customerId, items }, headers) => {
      const metadata = new Metadata();
      for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
      const request = { idempotencyKey: randomUUID(), customerId, items };
      const { promise, resolve } = Promise.withResolvers<number>();
      client.placeOrder(request, metadata, { deadline: Date.now() + SLOW_MS - 100 }, (error) =>
        resolve(error?.code ?? 0),
      );
      return promise;
    },
    [Symbol.dispose]: () => client.close(),
  };
}

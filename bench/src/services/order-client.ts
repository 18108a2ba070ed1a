import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Mesh } from '../mesh/mesh.ts';

const PATIENCE_MS = 20_000;

/** A caller from outside over HTTP: it sends no trace context. */
export interface OrderClient extends Pick<Mesh, 'place' | 'placed'> {
  /** Waits until the gateway and what is behind it take calls. */
  ready(): Promise<void>;
  close(): void;
}

export function createOrderClient(port: number): OrderClient {
  const agent = new Agent({ keepAlive: true });
  let placed = 0;
  return {
    async place() {
      const status = await send(port, agent, 'POST', '/v1/orders', placed++);
      if (status !== 201) throw new Error(`An order was answered with ${status}.`);
    },
    placed: () => placed,
    async ready() {
      const end = Date.now() + PATIENCE_MS;
      while ((await send(port, agent, 'GET', '/readyz').catch(() => 0)) !== 200) {
        if (Date.now() > end) throw new Error('The services were not ready in time.');
        await pause(50);
      }
    },
    close: () => agent.destroy(),
  };
}

/** @returns the status */
async function send(
  port: number,
  agent: Agent,
  method: string,
  path: string,
  number?: number,
): Promise<number> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': `key-${number}` };
  const call = request({
    host: '127.0.0.1',
    port,
    agent,
    method,
    path,
    ...(number !== undefined && { headers }),
  });
  call.end(number === undefined ? undefined : orderBody(number));
  const [response]: [IncomingMessage] = (await once(call, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.statusCode ?? 0;
}

/** Different products: all orders of one would wait for its row. */
function orderBody(number: number): string {
  const sku = (offset: number) => `SKU-${String(((number + offset) % 90) + 1).padStart(4, '0')}`;
  const items = [
    { sku: sku(0), quantity: 2 },
    { sku: sku(1), quantity: 1 },
  ];
  return JSON.stringify({ customerId: `c-${number % 100}`, items });
}

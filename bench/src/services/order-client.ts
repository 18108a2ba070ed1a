import type { Mesh } from '../mesh/mesh.ts';
import { createKeepAliveAgent } from './keep-alive-agent.ts';
import { orderOf } from './order-of.ts';
import { send } from './send.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/** A caller from outside over HTTP: it sends no trace context. */
export interface OrderClient extends Pick<Mesh, 'place' | 'placed'> {
  /** Waits until the gateway and what is behind it take calls. */
  ready(): Promise<void>;
  close(): void;
}

export function createOrderClient(port: number): OrderClient {
  const agent = createKeepAliveAgent();
  let placed = 0;
  return {
    async place() {
      const { statusCode } = await send(port, agent, orderOf(placed++));
      if (statusCode !== 201) throw new Error(`An order was answered with ${statusCode}.`);
    },
    placed: () => placed,
    ready: () => waitUntilReady(port, agent),
    close: () => agent.destroy(),
  };
}

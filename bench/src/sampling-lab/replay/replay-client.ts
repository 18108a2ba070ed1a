import { createKeepAliveAgent } from '../../services/keep-alive-agent.ts';
import type { OrderClient } from '../../services/order-client.ts';
import { orderOf } from '../../services/order-of.ts';
import { type Outgoing, send } from '../../services/send.ts';
import { waitUntilReady } from '../../services/wait-until-ready.ts';
import { SLOW_MILLIS } from '../traffic/traffic.ts';
import { type ReplayStep, replaySteps } from './replay-step.ts';

/** Places not orders only, but the whole mix, with failures and slow requests. */
export interface ReplayClient extends OrderClient {
  /** How many were answered with 500 or more, and how many took longer than a second. */
  readonly seen: () => { readonly failed: number; readonly slow: number };
}

export function createReplayClient(port: number, seed: number): ReplayClient {
  const agent = createKeepAliveAgent();
  const steps = replaySteps(seed);
  const seen = { failed: 0, slow: 0 };
  let placed = 0;
  let lastOrder = '/v1/orders';
  return {
    async place() {
      const step = steps.next().value;
      const started = performance.now();
      const { statusCode = 0, headers } = await send(port, agent, requestOf(step, placed++, lastOrder));
      if (performance.now() - started > SLOW_MILLIS) seen.slow++;
      if (statusCode >= 500) seen.failed++;
      if (statusCode === 201 && headers.location) lastOrder = headers.location;
      if (statusCode >= 400 && !step.faults) throw new Error(`${step.kind} was answered with ${statusCode}.`);
    },
    placed: () => placed,
    seen: () => seen,
    ready: () => waitUntilReady(port, agent),
    close: () => agent.destroy(),
  };
}

function requestOf({ kind, faults }: ReplayStep, number: number, lastOrder: string): Outgoing {
  const { headers, ...rest } = withoutFaults(kind, number, lastOrder);
  return { ...rest, headers: { ...headers, ...(faults !== undefined && { 'mesh-faults': faults }) } };
}

function withoutFaults(kind: ReplayStep['kind'], number: number, lastOrder: string): Outgoing {
  if (kind === 'place') return orderOf(number);
  if (kind === 'cancel') return { method: 'DELETE', path: lastOrder };
  const paths = { products: '/v1/products', get: lastOrder, list: '/v1/orders' };
  return { method: 'GET', path: paths[kind] };
}

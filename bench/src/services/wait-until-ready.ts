import type { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { send } from './send.ts';

const PATIENCE_MS = 20_000;

/**
 * Waits until the gateway and what is behind it take calls.
 *
 * @throws Error when it takes longer than 20 s
 */
export async function waitUntilReady(port: number, agent: Agent): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  const ask = () => send(port, agent, { method: 'GET', path: '/readyz' });
  while ((await ask().catch(() => undefined))?.statusCode !== 200) {
    if (Date.now() > end) throw new Error('The services were not ready in time.');
    await pause(50);
  }
}

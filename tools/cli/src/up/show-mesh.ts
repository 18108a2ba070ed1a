import type { Env } from '../command.ts';
import { reachable } from '../reachable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { runTrace } from '../trace/run-trace.ts';
import type { UpConfig } from './config.ts';
import { placeFirstOrder } from './first-order.ts';
import { type WelcomeFacts, welcome } from './welcome.ts';

/** Shows the mesh at work: places an order, prints its path, and tells what can be reached where. */
export async function showMesh(
  facts: WelcomeFacts & { readonly env: Env },
  terminal: Terminal,
  stop: AbortSignal,
): Promise<void> {
  const { config, env, backends } = facts;
  // The stores end with the mesh: that they do not answer any more is no news then.
  const complain = (sentence: string) => stop.aborted || terminal.complain(sentence);
  const url = `http://${reachable(config.HOST, config.GATEWAY_HTTP_PORT)}`;
  try {
    const { id, status, traceId } = await placeFirstOrder(url, stop);
    terminal.print(`\nPlaced order ${id}: ${status}. Its path, as "mesh trace last" shows it:\n\n`);
    await runTrace([traceId], storesIn(env, config, backends.host), { ...terminal, complain });
  } catch (error) {
    if (stop.aborted) return;
    terminal.print(`\nThe first order could not be placed: ${(error as Error).message}\n`);
  }
  if (stop.aborted) return;
  terminal.print(welcome(facts, terminal));
  terminal.print(`mesh is up: ${url} (Ctrl-C stops it)\n`);
}

/** The stores of this mesh, where the user has not said otherwise: those of containers are not where the services are. */
function storesIn(env: Env, config: UpConfig, host: string): Env {
  const at = (port: number) => `http://${reachable(host, port)}`;
  return {
    ...env,
    JAEGER_URL: env['JAEGER_URL'] || at(config.JAEGER_PORT),
    LOKI_URL: env['LOKI_URL'] || at(config.LOKI_PORT),
  };
}

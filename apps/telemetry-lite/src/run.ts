import { whatThisIs } from './front-page.ts';
import { type Listener, listenAll } from './listeners.ts';
import type { Log } from './log.ts';

/**
 * Listens until SIGTERM or SIGINT. Then everything closes at once and the process ends by itself with code 0:
 * nothing here is worth waiting for, because what is in memory goes with it. Later signals are the same one.
 * When it cannot listen, the log says why and the process ends with code 1.
 */
export async function run(listeners: readonly Listener[], log: Log): Promise<void> {
  const { promise: stopped, resolve: stop } = Promise.withResolvers<string>();
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  try {
    const ports = await listenAll(listeners);
    log('info', whatThisIs, { ports });
  } catch (error) {
    log('error', (error as Error).message);
    process.exitCode = 1;
    return;
  }
  const signal = await stopped;
  for (const listener of listeners) listener.close();
  log('info', 'telemetry-lite stopped', { signal });
}

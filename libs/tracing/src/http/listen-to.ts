import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { diag } from '@opentelemetry/api';

/**
 * Subscribes to a channel of `node:diagnostics_channel`. Node makes an error in a subscriber an uncaught exception,
 * and tracing must not end a service: here it is a warning.
 *
 * @returns what ends that
 */
export function listenTo(channel: string, take: (message: unknown) => void): () => void {
  const listener = (message: unknown) => {
    try {
      take(message);
    } catch (error) {
      diag.warn(`Something is not traced, because of an error in @mesh/tracing (${channel}): ${error}`);
    }
  };
  subscribe(channel, listener);
  return () => unsubscribe(channel, listener);
}

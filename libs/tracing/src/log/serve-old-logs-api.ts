import { logs } from '@opentelemetry/api';

/** Where `@opentelemetry/api-logs` looks for the provider, and the version that it asks the function there for. */
const KEY = Symbol.for('io.opentelemetry.js.api.logs');
const VERSION = 1;

/**
 * Gives the records of libraries that still use `@opentelemetry/api-logs` to the provider of the API: its successor has
 * another place for it, so that the stock transport of winston, for one, loses each record without an error. A provider
 * that somebody has put there stays.
 *
 * https://github.com/open-telemetry/opentelemetry-js/blob/main/experimental/packages/api-logs/src/internal/global-utils.ts
 */
export function serveOldLogsApi(): void {
  if (Reflect.has(globalThis, KEY)) return;
  const provider = logs.getLoggerProvider();
  Reflect.set(globalThis, KEY, (version: number) => (version === VERSION ? provider : undefined));
}

import type { ServiceName } from '../service-name.ts';

/** Each configuration has its own: none waits for another's rows. */
export function databaseName(configuration: string, service: ServiceName): string {
  return `${configuration}-${service}`;
}

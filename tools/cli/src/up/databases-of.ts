import type { UpConfig } from './config.ts';

/** The databases that the embedded server has to hold: one for each service that has no server of its own. */
export function databasesOf(config: UpConfig): string[] {
  const own = { order: config.ORDER_DATABASE_URL, inventory: config.INVENTORY_DATABASE_URL };
  return Object.entries(own).flatMap(([name, url]) => (url === undefined ? [name] : []));
}

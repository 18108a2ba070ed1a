import { type Database, migrate, openDatabase } from '@mesh/postgres';

export interface OrderDatabaseOptions {
  readonly url: string;
  readonly maxConnections: number;
  readonly onError: (error: Error) => void;
}

/** The database with its tables as they have to be. */
export async function openOrderDatabase(options: OrderDatabaseOptions): Promise<Database> {
  const applicationName = 'order';
  const folder = new URL('../../migrations/', import.meta.url);
  await migrate({ url: options.url, folder, applicationName });
  return openDatabase({ ...options, applicationName });
}

import { type Database, migrate, openDatabase } from '@mesh/postgres';
import type { Stock } from '../domain/stock.ts';
import { seedStockTable } from './seed-stock.ts';

export interface StockDatabaseOptions {
  readonly url: string;
  readonly maxConnections: number;
  /** What a new inventory begins with. */
  readonly seed: readonly Stock[];
  readonly onError: (error: Error) => void;
}

/** The database with its tables as they have to be and, when it is new, with its products. */
export async function openStockDatabase({ seed, ...options }: StockDatabaseOptions): Promise<Database> {
  const applicationName = 'inventory';
  const folder = new URL('../../migrations/', import.meta.url);
  await migrate({ url: options.url, folder, applicationName });
  const database = openDatabase({ ...options, applicationName });
  await seedStockTable(database, seed);
  return database;
}

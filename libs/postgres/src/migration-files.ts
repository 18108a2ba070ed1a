import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { DatabaseError } from './database-error.ts';

/** One step of the schema. */
export interface Migration {
  /** The file's name, which is also the place in the order. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, in hex. */
  readonly checksum: string;
}

const FILE_NAME = /^\d{3}-[a-z0-9-]+\.sql$/;

/** Reads every `.sql` file of a folder, in order. Refuses a name that is not like `001-create-orders.sql`. */
export async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const odd = names.find((name) => !FILE_NAME.test(name));
  if (odd) throw new DatabaseError('other', `Migration ${odd} must have a name like 001-create-orders.sql.`);
  return await Promise.all(names.map((name) => readMigration(folder, name)));
}

async function readMigration(folder: URL, name: string): Promise<Migration> {
  const sql = await readFile(new URL(name, asFolder(folder)), 'utf8');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

function asFolder({ href }: URL): string {
  return href.endsWith('/') ? href : `${href}/`;
}

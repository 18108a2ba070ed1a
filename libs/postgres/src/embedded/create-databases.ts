import { Client, escapeIdentifier } from 'pg';

/** Creates those of the databases that are missing. */
export async function createDatabases(url: string, names: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    const present = new Set(rows.map(({ datname }) => datname));
    const missing = names.filter((name) => !present.has(name));
    for (const name of missing) await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  } finally {
    await client.end().catch(() => {});
  }
}

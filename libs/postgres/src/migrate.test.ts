import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { openDatabase } from './database.ts';
import { createDatabases } from './embedded/create-databases.ts';
import { startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';
import { migrate } from './migrate.ts';
import { scopeOf, testOptions, testServer } from './test-server.ts';

const server = await testServer();
let databases = 0;

async function fixture(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'mesh-migrate-'));
  after(() => rm(folder, { recursive: true, force: true }));
  const write = async (added: Record<string, string>) => {
    await mkdir(folder, { recursive: true });
    for (const [name, sql] of Object.entries(added)) await writeFile(join(folder, name), sql);
  };
  await write(files);
  const database = `migrated${++databases}`;
  await createDatabases(server.url('postgres'), [database]);
  const options = { url: server.url(database), folder: pathToFileURL(folder), applicationName: 'test' };
  const db = openDatabase({ ...options, maxConnections: 1, onError: () => {} });
  after(() => db.close());
  const query = (text: string) => db.query<Record<string, unknown>>(scopeOf(10_000), text);
  return { options, write, query, run: () => migrate(options) };
}

test('files are applied in order, once, and new ones later', async () => {
  const { run, write } = await fixture({
    '002-fill.sql': 'INSERT INTO a VALUES (1); INSERT INTO a VALUES (2);',
    '001-create.sql': 'CREATE TABLE a (n int);',
  });
  assert.deepEqual(await run(), ['001-create.sql', '002-fill.sql']);
  assert.deepEqual(await run(), []);
  await write({ '003-more.sql': 'INSERT INTO a VALUES (3)' });
  assert.deepEqual(await run(), ['003-more.sql']);
});

test('of several processes that start at once, each file is applied by one', async () => {
  const { options, query } = await fixture({
    '001-slow.sql': 'CREATE TABLE a (n int); SELECT pg_sleep(0.3);',
    '002-fill.sql': 'INSERT INTO a VALUES (1)',
  });
  const { url, folder } = options;
  const module = new URL('migrate.ts', import.meta.url).href;
  const program = `import { migrate } from '${module}';
    const names = await migrate({ url: '${url}', folder: new URL('${folder}'), applicationName: 'test' });
    process.stdout.write(JSON.stringify(names));`;
  const args = ['--conditions=@mesh/source', '--input-type=module', '-e', program];
  const runs = await Promise.all([1, 2, 3].map(() => promisify(execFile)(process.execPath, args)));
  const applied = runs.flatMap(({ stdout }) => JSON.parse(stdout));
  assert.deepEqual(applied.sort(), ['001-slow.sql', '002-fill.sql']);
  assert.deepEqual(await query('SELECT n FROM a'), [{ n: 1 }]);
});

test('an applied file that was changed is refused by name', async () => {
  const { run, write } = await fixture({ '001-a.sql': 'CREATE TABLE a (n int)' });
  await run();
  await write({ '001-a.sql': 'CREATE TABLE a (n bigint)', '002-b.sql': 'CREATE TABLE b (n int)' });
  await assert.rejects(run(), /001-a\.sql was changed after it had been applied/);
});

test('a new file before an applied one is refused by name', async () => {
  const { run, write } = await fixture({ '002-b.sql': 'SELECT 1' });
  await run();
  await write({ '001-a.sql': 'SELECT 1' });
  await assert.rejects(run(), /001-a\.sql comes before one that was applied/);
});

test('a file that fails leaves nothing behind, is named, and the ones before it stay', async () => {
  const { run, query } = await fixture({
    '001-good.sql': 'CREATE TABLE good (n int)',
    '002-bad.sql': 'CREATE TABLE half (n int); SELECT nonsense;',
  });
  await assert.rejects(run(), /002-bad\.sql failed: column "nonsense" does not exist/);
  const tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename";
  assert.deepEqual(
    (await query(tables)).map((row) => row['tablename']),
    ['good', 'schema_migrations'],
  );
});

test('a file with another kind of name is refused', async () => {
  const { run } = await fixture({ '1-short.sql': 'SELECT 1' });
  await assert.rejects(run(), /1-short\.sql must have a name like/);
});

test('a server that is away is unavailable', async () => {
  const { options } = await fixture({});
  const away = { ...options, url: 'postgres://postgres@127.0.0.1:1/x', waitMs: 0 };
  await assert.rejects(migrate(away), { kind: 'unavailable' });
});

test('a server that starts later is waited for', async () => {
  const later = await testOptions();
  const { options } = await fixture({ '001-a.sql': 'CREATE TABLE a (n int)' });
  const url = `postgres://postgres@127.0.0.1:${later.port}/postgres`;
  const migrating = migrate({ ...options, url });
  const started = await startEmbeddedPostgres(later);
  after(() => started.stop(0));
  assert.deepEqual(await migrating, ['001-a.sql']);
});

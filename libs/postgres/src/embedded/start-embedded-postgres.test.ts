import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { openDatabase } from '../database.ts';
import { eventually, scopeOf, testOptions } from '../test-server.ts';
import { findEmbeddedPostgres } from './find-embedded-postgres.ts';
import { isAlive, readCommandLine } from './process.ts';
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start-embedded-postgres.ts';

const asRoot = process.getuid?.() === 0;

async function start(options: EmbeddedPostgresOptions) {
  const server = await startEmbeddedPostgres(options);
  after(() => server.stop(0));
  return server;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const db = openDatabase({ url, maxConnections: 1, applicationName: 'test', onError: () => {} });
  try {
    return await db.query(scopeOf(10_000), text);
  } finally {
    await db.close();
  }
}

test('a first start makes the cluster and its databases, durable and in UTF-8', async () => {
  const options = await testOptions();
  const server = await start({ ...options, databases: ['order', 'in-ventory'] });
  assert.equal(server.adopted, false);
  const settings = `SELECT current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding,
    current_setting('listen_addresses') AS address, current_database() AS name`;
  for (const name of ['order', 'in-ventory']) {
    assert.deepEqual(await query(server.url(name), settings), [
      { fsync: 'on', encoding: 'UTF8', address: '127.0.0.1', name },
    ]);
  }
  assert.equal((await stat(join(options.folder, 'data'))).mode & 0o777, 0o700);
  const { pid, port } = (await findEmbeddedPostgres(options.folder)) ?? assert.fail('it is not found');
  assert.deepEqual([pid, port], [server.pid, options.port]);
  await server.stop();
  await server.ended;
  assert.equal(isAlive(server.pid), false);
  assert.equal(await findEmbeddedPostgres(options.folder), undefined);
});

test('a server that a killed process left is adopted, with the databases that are missing', async () => {
  const options = await testOptions();
  const module = new URL('./start-embedded-postgres.ts', import.meta.url).href;
  const program = `const { startEmbeddedPostgres } = await import('${module}');
    const { pid } = await startEmbeddedPostgres(${JSON.stringify(options)});
    process.stdout.write(String(pid));
    setInterval(() => {}, 1000);`;
  const host = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [pid] = await once(host.stdout, 'data');
  host.kill('SIGKILL');
  await once(host, 'exit');
  const server = await start({ ...options, databases: ['test', 'later'] });
  assert.deepEqual([server.pid, server.adopted], [Number(pid), true]);
  assert.deepEqual(await query(server.url('later'), 'SELECT 1 AS a'), [{ a: 1 }]);
});

test('after kill -9 of the server the next start recovers what was committed', async () => {
  const options = await testOptions();
  const first = await start(options);
  await query(first.url('test'), 'CREATE TABLE kept AS SELECT 42 AS n');
  process.kill(first.pid, 'SIGKILL');
  const second = await start(options);
  assert.equal(second.adopted, false);
  await first.ended;
  assert.deepEqual(await query(second.url('test'), 'SELECT n FROM kept'), [{ n: 42 }]);
});

test('a server on another port is moved to the port that was asked for', async () => {
  const options = await testOptions();
  const first = await start(options);
  const { port } = await testOptions();
  const second = await start({ ...options, port });
  await first.ended;
  assert.deepEqual(await query(second.url('test'), 'SELECT 1 AS a'), [{ a: 1 }]);
});

test('a pid file whose pid belongs to another program is in nobody’s way', async () => {
  const options = await testOptions();
  const first = await start(options);
  const file = join(options.folder, 'data', 'postmaster.pid');
  const content = await readFile(file, 'utf8');
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  const other = spawn('sleep', ['600'], asRoot ? { uid: 65_534, gid: 65_534 } : {});
  after(() => other.kill());
  await eventually(async () => (await readCommandLine(other.pid ?? 0)).includes('sleep'), 'it sleeps');
  await writeFile(file, content.replace(/^\d+/, String(other.pid)));
  const second = await start(options);
  assert.equal(second.adopted, false);
  assert.equal(isAlive(other.pid ?? 0), true);
});

test('a first start that was killed half-way is done again', async () => {
  const options = await testOptions();
  const half = join(options.folder, 'initdb-killed');
  await mkdir(half, { recursive: true });
  await writeFile(join(half, 'PG_VERSION'), '18\n');
  await start(options);
  assert.deepEqual(await readdir(options.folder), ['data']);
});

test('a start that is cancelled leaves no process', async () => {
  const options = await testOptions();
  for (const ms of [50, 400]) {
    const starting = startEmbeddedPostgres({ ...options, signal: AbortSignal.timeout(ms) });
    await assert.rejects(starting, /abort|timeout/i);
    const gone = async () => !(await commandLines()).some((line) => line.includes(options.folder));
    await eventually(gone, 'no process works for it');
  }
});

test('a taken port is told from the log', async () => {
  const options = await testOptions();
  const holder = await start(await testOptions());
  const port = Number(new URL(holder.url('test')).port);
  await assert.rejects(start({ ...options, port }), /did not start on port[\s\S]*Address already in use/);
});

test('a folder that the server may not enter is named', {
  skip: !asRoot && 'only root changes the user',
}, async () => {
  const options = await testOptions();
  const closed = dirname(options.folder);
  await chmod(closed, 0o700);
  await assert.rejects(start(options), new RegExp(`may not enter ${closed}: run "chmod o\\+x ${closed}"`));
});

async function commandLines(): Promise<string[]> {
  if (process.platform !== 'linux')
    return (await promisify(execFile)('ps', ['-eo', 'args='])).stdout.split('\n');
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  return await Promise.all(pids.map(readCommandLine));
}

import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { openDatabase } from './database.ts';
import { scopeOf, testServer } from './test-server.ts';
import type { Sql } from './transaction.ts';

const server = await testServer();
const db = openDatabase({
  url: server.url('test'),
  maxConnections: 1,
  applicationName: 'test',
  onError: () => {},
});
after(() => db.close());

const scope = () => scopeOf(10_000);
const insert = (sql: Sql, n: number) => sql.query('INSERT INTO numbers VALUES ($1)', [n]);
const stored = async () =>
  (await db.query<{ n: number }>(scope(), 'SELECT n FROM numbers ORDER BY n')).map(({ n }) => n);

beforeEach(async () => {
  await db.query(scope(), 'DROP TABLE IF EXISTS numbers');
  await db.query(scope(), 'CREATE TABLE numbers (n int PRIMARY KEY)');
});

test('what the work did is committed when it resolves, and its value is the answer', async () => {
  const value = await db.transaction(scope(), async (sql) => {
    await insert(sql, 1);
    await insert(sql, 2);
    return 'done';
  });
  assert.equal(value, 'done');
  assert.deepEqual(await stored(), [1, 2]);
});

test('what the work did is rolled back when it rejects, and its own error comes out', async () => {
  const refusal = new Error('no');
  const work = async (sql: Sql) => {
    await insert(sql, 1);
    throw refusal;
  };
  await assert.rejects(db.transaction(scope(), work), (error) => error === refusal);
  assert.deepEqual(await stored(), []);
});

test('work that drops the error of a failed statement does not count as committed', async () => {
  const work = async (sql: Sql) => {
    await insert(sql, 1);
    await insert(sql, 1).catch(() => {});
  };
  await assert.rejects(db.transaction(scope(), work), /its error was dropped/);
  assert.deepEqual(await stored(), []);
});

test('a failure that was rolled back to a savepoint does not hinder the commit', async () => {
  await db.transaction(scope(), async (sql) => {
    await insert(sql, 1);
    await sql.query('SAVEPOINT before');
    await insert(sql, 1).catch(() => sql.query('ROLLBACK TO before'));
  });
  assert.deepEqual(await stored(), [1]);
});

test('a scope that ends between two statements rolls back', async () => {
  const ending = scope();
  const work = async (sql: Sql) => {
    await insert(sql, 1);
    ending.abort();
    await insert(sql, 2);
  };
  await assert.rejects(db.transaction(ending, work), { kind: 'deadline' });
  assert.deepEqual(await stored(), []);
});

test('a second statement beside the first is refused', async () => {
  const work = (sql: Sql) => Promise.all([insert(sql, 1), insert(sql, 2)]);
  await assert.rejects(db.transaction(scope(), work), /await each before the next/);
  assert.deepEqual(await stored(), []);
});

test('a statement after the end is refused', async () => {
  const leaked = await db.transaction(scope(), async (sql) => ({ sql }));
  await assert.rejects(insert(leaked.sql, 1), /The transaction is over/);
  assert.deepEqual(await stored(), []);
});

test('a connection that is lost inside of a transaction is not used again', async () => {
  const work = async (sql: Sql) => {
    await insert(sql, 1);
    await sql.query('SELECT pg_terminate_backend(pg_backend_pid())');
  };
  await assert.rejects(db.transaction(scope(), work), { kind: 'unavailable' });
  assert.deepEqual(await stored(), []);
});

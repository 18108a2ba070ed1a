import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openDatabase } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { eventually, scopeOf, testServer } from './test-server.ts';

const server = await testServer();
const open = (maxConnections: number) => {
  const applicationName = `test-${Math.random()}`;
  const db = openDatabase({ url: server.url('test'), maxConnections, applicationName, onError: () => {} });
  after(() => db.close());
  return { db, applicationName };
};
const observer = open(1).db;
const activeOf = async (applicationName: string): Promise<string[]> => {
  const rows = await observer.query<{ query: string }>(
    scopeOf(5_000),
    "SELECT query FROM pg_stat_activity WHERE application_name = $1 AND state <> 'idle'",
    [applicationName],
  );
  return rows.map(({ query }) => query);
};
const errorOf = async (running: Promise<unknown>): Promise<DatabaseError> => {
  const error = await running.then(
    () => assert.fail('it did not reject'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof DatabaseError, String(error));
  return error;
};
const pidOf = async (db: typeof observer) => {
  const [row] = await db.query<{ pid: number }>(scopeOf(5_000), 'SELECT pg_backend_pid() AS pid');
  return row?.pid;
};

test('a statement answers its rows, with int8 as a string', async () => {
  const { db } = open(1);
  const rows = await db.query(scopeOf(5_000), 'SELECT $1::int4 AS a, $2::int8 AS b', [7, '9007199254740993']);
  assert.deepEqual(rows, [{ a: 7, b: '9007199254740993' }]);
});

test('the server is told the time that is left, about it for a statement, exactly for a transaction', async () => {
  const { db } = open(1);
  const timeouts = `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock`;
  assert.deepEqual(await db.query(scopeOf(9_000), timeouts), [{ statement: '10s', lock: '9s' }]);
  assert.deepEqual(await db.query(scopeOf(2_000), timeouts), [{ statement: '10s', lock: '9s' }]);
  assert.deepEqual(await db.query(scopeOf(400), timeouts), [{ statement: '500ms', lock: '450ms' }]);
  assert.deepEqual(await db.query(scopeOf(90_000), timeouts), [{ statement: '2min', lock: '108s' }]);
  const [inside] = await db.transaction(scopeOf(3_000), (sql) => sql.query<{ statement: string }>(timeouts));
  const ms = Number(inside?.statement.replace('ms', '').replace(/^3s$/, '3000'));
  assert.ok(ms > 2_000 && ms <= 3_000, inside?.statement);
});

test('a deadline without end is no error', async () => {
  const scope = { signal: scopeOf(0).signal, deadline: Number.POSITIVE_INFINITY };
  assert.deepEqual(await open(1).db.query(scope, 'SELECT 1 AS a'), [{ a: 1 }]);
});

for (const [how, run] of Object.entries({
  statement: (db, scope) => db.query(scope, 'SELECT pg_sleep(60)'),
  transaction: (db, scope) => db.transaction(scope, (sql) => sql.query('SELECT pg_sleep(60)')),
} satisfies Record<string, (db: typeof observer, scope: ReturnType<typeof scopeOf>) => Promise<unknown>>)) {
  test(`an aborted ${how} is cancelled on the server and its connection is used again`, async () => {
    const { db, applicationName } = open(1);
    const pid = await pidOf(db);
    const scope = scopeOf(60_000);
    const error = errorOf(run(db, scope));
    await eventually(async () => (await activeOf(applicationName)).join().includes('pg_sleep'), 'it sleeps');
    scope.abort();
    assert.equal((await error).kind, 'deadline');
    await eventually(async () => (await activeOf(applicationName)).length === 0, 'the server is idle');
    assert.equal(await pidOf(db), pid);
  });

  test(`a ${how} ends on the server when its deadline passes`, async () => {
    const { db, applicationName } = open(1);
    await db.query(scopeOf(5_000), 'SELECT 1');
    const started = Date.now();
    assert.equal((await errorOf(run(db, scopeOf(120)))).kind, 'deadline');
    assert.ok(Date.now() - started < 5_000);
    await eventually(async () => (await activeOf(applicationName)).length === 0, 'the server is idle');
  });
}

test('a scope that is over does not touch the database', async () => {
  const db = openDatabase({
    url: 'postgres://127.0.0.1:1/test',
    maxConnections: 1,
    applicationName: 'test',
    onError: () => {},
  });
  assert.equal((await errorOf(db.query(scopeOf(-1), 'SELECT 1'))).kind, 'deadline');
  const aborted = scopeOf(1_000);
  aborted.abort();
  assert.equal((await errorOf(db.transaction(aborted, async () => {}))).kind, 'deadline');
});

test('the wait for a connection ends with the scope and the connection goes to the next one', async () => {
  const { db } = open(1);
  const holder = scopeOf(60_000);
  const holding = errorOf(db.query(holder, 'SELECT pg_sleep(60)'));
  const [late, aborted] = [scopeOf(100), scopeOf(60_000)];
  const waiting = [errorOf(db.query(late, 'SELECT 1')), errorOf(db.query(aborted, 'SELECT 1'))];
  aborted.abort();
  assert.deepEqual(
    (await Promise.all(waiting)).map(({ kind }) => kind),
    ['deadline', 'deadline'],
  );
  holder.abort();
  await holding;
  await db.query(scopeOf(5_000), 'SELECT 1');
});

test('a wait for a lock ends before the deadline and says that it waited for a lock', async () => {
  const { db } = open(2);
  await db.query(scopeOf(5_000), 'CREATE TABLE locked AS SELECT 1 AS a');
  await db.transaction(scopeOf(10_000), async (sql) => {
    await sql.query('SELECT a FROM locked FOR UPDATE');
    const error = await errorOf(
      db.transaction(scopeOf(3_000), (other) => other.query('UPDATE locked SET a = 2')),
    );
    assert.deepEqual([error.kind, error.sqlState], ['deadline', '55P03']);
  });
});

test('a broken constraint is named', async () => {
  const { db } = open(1);
  await db.query(scopeOf(5_000), 'CREATE TABLE stock (n int CONSTRAINT never_below_zero CHECK (n >= 0))');
  const error = await errorOf(db.query(scopeOf(5_000), 'INSERT INTO stock VALUES ($1)', [-1]));
  assert.deepEqual([error.kind, error.constraint], ['constraint', 'never_below_zero']);
});

test('the victim of a deadlock is told that trying again may help', async () => {
  const { db } = open(2);
  await db.query(scopeOf(5_000), 'CREATE TABLE pair AS SELECT generate_series(1, 2) AS id');
  const both = Promise.withResolvers<void>();
  let first = 0;
  const crossing = (a: number, b: number) =>
    db.transaction(scopeOf(20_000), async (sql) => {
      await sql.query('SELECT id FROM pair WHERE id = $1 FOR UPDATE', [a]);
      if (++first === 2) both.resolve();
      await both.promise;
      await sql.query('SELECT id FROM pair WHERE id = $1 FOR UPDATE', [b]);
    });
  const results = await Promise.allSettled([crossing(1, 2), crossing(2, 1)]);
  const victims = results.filter((result) => result.status === 'rejected');
  assert.deepEqual(
    victims.map(({ reason }) => reason.kind),
    ['unavailable'],
  );
});

test('a lost server rejects what runs, ends no process and is found again', async () => {
  const heard: DatabaseError[] = [];
  const onError = (error: DatabaseError) => heard.push(error);
  const url = server.url('test').replace('postgres@', 'postgres:topsecret@');
  const db = openDatabase({ url, maxConnections: 2, applicationName: 'lost', onError });
  after(() => db.close());
  const killing = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lost'";
  await Promise.all([db.query(scopeOf(5_000), 'SELECT 1'), db.query(scopeOf(5_000), 'SELECT 1')]);
  const running = errorOf(db.query(scopeOf(60_000), 'SELECT pg_sleep(60)'));
  await eventually(async () => (await activeOf('lost')).join().includes('pg_sleep'), 'it sleeps');
  await observer.query(scopeOf(5_000), killing);
  const error = await running;
  assert.equal(error.kind, 'unavailable');
  await eventually(() => heard.length > 0, 'the idle connection is reported');
  assert.equal(heard[0]?.kind, 'unavailable');
  assert.doesNotMatch(
    JSON.stringify([error, error.cause, heard, heard[0]?.cause, error.message]),
    /topsecret/,
  );
  await db.query(scopeOf(5_000), 'SELECT 1');
});

test('a server that is not there is unavailable', async () => {
  const url = 'postgres://postgres:topsecret@127.0.0.1:1/test';
  const db = openDatabase({ url, maxConnections: 1, applicationName: 'test', onError: () => {} });
  const error = await errorOf(db.query(scopeOf(5_000), 'SELECT 1'));
  assert.equal(error.kind, 'unavailable');
  assert.doesNotMatch(error.message, /topsecret/);
});

test('a URL that is none is refused without being repeated', () => {
  const open = () =>
    openDatabase({ url: 'secret@nowhere', maxConnections: 1, applicationName: 'test', onError: () => {} });
  assert.throws(open, { message: 'The database URL must look like postgres://user@host:port/database.' });
});

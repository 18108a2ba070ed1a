import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sqlSummary } from './sql-summary.ts';

const cases: readonly [string, string][] = [
  ['SELECT id, status FROM orders WHERE id = $1', 'SELECT orders'],
  ['select * from public.orders', 'SELECT public.orders'],
  ['INSERT INTO "orders" (id) VALUES ($1)', 'INSERT orders'],
  ['  UPDATE\n\tstock SET available = available - 1', 'UPDATE stock'],
  ['-- why\nDELETE FROM reservations', 'DELETE reservations'],
  ['/* a\n b */ TRUNCATE TABLE stock', 'TRUNCATE stock'],
  ['WITH held AS (UPDATE stock SET x = 1 RETURNING *) SELECT * FROM held', 'UPDATE stock'],
  [
    'WITH l AS (SELECT * FROM stock FOR UPDATE OF s), i AS (INSERT INTO r SELECT 1 ON CONFLICT (x) DO UPDATE SET y = 1) UPDATE stock SET x',
    'INSERT r, UPDATE stock',
  ],
  ['WITH a AS (SELECT * FROM stock FOR UPDATE) SELECT * FROM a', 'WITH stock'],
  ['BEGIN', 'BEGIN'],
  ['COMMIT;', 'COMMIT'],
  ['SET statement_timeout = 10000; SET lock_timeout = 5', 'SET statement_timeout = 10000'],
  ['SET LOCAL statement_timeout = 500', 'SET LOCAL statement_timeout = 500'],
  ['SELECT 1', 'SELECT 1'],
  ['', ''],
];

test('a statement is told by its operation and table, or by its first words', () => {
  for (const [sql, summary] of cases) assert.equal(sqlSummary(sql), summary, sql);
});

test('a hostile statement is summed up at once', () => {
  const start = performance.now();
  for (const text of ['/*'.repeat(1e6), '-'.repeat(1e6), ' '.repeat(1e6), 'from '.repeat(1e6)])
    sqlSummary(text);
  assert.ok(performance.now() - start < 1000);
});

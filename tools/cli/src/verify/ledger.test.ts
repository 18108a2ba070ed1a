import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { LedgerError, readLedger } from './ledger.ts';

function ledgerOf(t: TestContext, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'ledger.jsonl');
  writeFileSync(file, text);
  return readLedger(file);
}

test('answers are gathered by order id, each once, with the status in either spelling', async (t) => {
  const ledger = await ledgerOf(
    t,
    [
      '{"key":"k","id":"o-1","status":"CONFIRMED","customerId":"c","attempt":3}',
      '',
      '{"key":"k","id":"o-1","status":"ORDER_STATUS_CONFIRMED","customerId":"c"}\r',
      '{"key":"k","id":"o-1","status":"CANCELLED","customerId":"c"}',
      '{"key":"k","id":"o-2","status":"REJECTED"}',
    ].join('\n'),
  );
  assert.deepEqual(
    [...ledger],
    [
      [
        'o-1',
        [
          { key: 'k', status: 'CONFIRMED', customerId: 'c' },
          { key: 'k', status: 'CANCELLED', customerId: 'c' },
        ],
      ],
      ['o-2', [{ key: 'k', status: 'REJECTED' }]],
    ],
  );
});

test('an empty ledger is a ledger', async (t) => {
  assert.equal((await ledgerOf(t, '')).size, 0);
});

test('a line that cannot be used is named', async (t) => {
  const good = '{"key":"k","id":"o-1","status":"CONFIRMED"}\n';
  for (const [bad, words] of [
    ['{"key":"k"', /:2 is not valid JSON/],
    ['[]', /:2 is not a ledger line/],
    ['{"id":"o","status":"CONFIRMED"}', /:2 is not a ledger line: key/],
    ['{"key":"k","id":"","status":"CONFIRMED"}', /:2 is not a ledger line: id/],
    ['{"key":"k","id":"o","status":"LOST"}', /:2 is not a ledger line: status/],
  ] as const) {
    await assert.rejects(
      ledgerOf(t, good + bad),
      (error) => error instanceof LedgerError && words.test(error.message),
    );
  }
});

test('a file that cannot be read is named', async () => {
  await assert.rejects(readLedger('/no/such/ledger'), {
    name: 'LedgerError',
    message: /\/no\/such\/ledger: ENOENT/,
  });
});

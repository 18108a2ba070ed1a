import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutPage, readPage } from './paging.ts';
import { requestChecks } from './request-checks.ts';

const isKey = (key: string) => /^[a-z]$/.test(key);

function pageOf(request: { pageSize?: number; pageToken?: string }) {
  const checks = requestChecks();
  const page = readPage(checks, { pageToken: '', ...request }, isKey);
  checks.end();
  return page;
}

const itself = (key: string) => key;

test('an absent page size is the largest, 0 is refused', () => {
  assert.deepEqual(pageOf({}), { size: 100, after: undefined });
  assert.throws(() => pageOf({ pageSize: 0 }), /pageSize must be 1 to 100, not 0/);
});

test('a page size is 1 to 100', () => {
  for (const pageSize of [1, 100]) assert.equal(pageOf({ pageSize }).size, pageSize);
  for (const pageSize of [-1, 101, -2147483648, 2147483647]) {
    assert.throws(() => pageOf({ pageSize }), /pageSize/);
  }
});

test('the pages follow each other without a gap, and only the last has no token', () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const pages: (readonly string[])[] = [];
  let pageToken = '';
  do {
    const page = pageOf({ pageSize: 2, pageToken });
    const { after = '' } = page;
    const found = keys.filter((key) => key > after).slice(0, page.size + 1);
    const { rows, nextPageToken } = cutPage(found, page, itself);
    pages.push(rows);
    pageToken = nextPageToken;
  } while (pageToken !== '' && pages.length < 9);
  assert.deepEqual(pages, [['a', 'b'], ['c', 'd'], ['e']]);
});

test('a last page that is full has no token, nor has an empty one', () => {
  const page = pageOf({ pageSize: 2 });
  assert.deepEqual(cutPage(['a', 'b'], page, itself), { rows: ['a', 'b'], nextPageToken: '' });
  assert.deepEqual(cutPage([], page, itself), { rows: [], nextPageToken: '' });
});

test('a token that no answer held is refused by name', () => {
  for (const pageToken of ['garbage', '!', Buffer.from('ab').toString('base64url'), '\ud800', ' ']) {
    assert.throws(() => pageOf({ pageToken }), /^RpcError: pageToken must be the nextPageToken/, pageToken);
  }
});

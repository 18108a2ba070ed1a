import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPages } from './read-pages.ts';

async function all<Page>(pages: AsyncIterable<Page>): Promise<Page[]> {
  const read: Page[] = [];
  for await (const page of pages) read.push(page);
  return read;
}

test('every page is read with the token of the one before', async () => {
  const asked: string[] = [];
  const pages = readPages(async (token) => {
    asked.push(token);
    return { items: [asked.length], nextPageToken: asked.length < 3 ? `t${asked.length}` : '' };
  });
  assert.deepEqual(await all(pages), [[1], [2], [3]]);
  assert.deepEqual(asked, ['', 't1', 't2']);
});

test('a list that never ends is refused', async () => {
  const pages = readPages(async () => ({ items: [], nextPageToken: 'same' }));
  await assert.rejects(all(pages), /same page again and again/);
});

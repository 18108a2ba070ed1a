import type { RequestChecks } from './request-checks.ts';

/** One page of a list that is ordered by a text key. */
export interface Page {
  readonly size: number;
  /** The last key of the page before; undefined for the first page. */
  readonly after: string | undefined;
}

const maxPageSize = 100;

/** Reads `page_size` and `page_token`; `isKey` tells a key that a token of ours can hold. */
export function readPage(
  checks: RequestChecks,
  request: { readonly pageSize?: number; readonly pageToken: string },
  isKey: (key: string) => boolean,
): Page {
  const size = request.pageSize ?? maxPageSize;
  checks.range('pageSize', size, 1, maxPageSize);
  if (request.pageToken === '') return { size, after: undefined };
  const bytes = Buffer.from(request.pageToken, 'base64url');
  const after = bytes.toString();
  // Node skips letters that are not of base64url; a token of ours has none.
  const isToken = bytes.toString('base64url') === request.pageToken && isKey(after);
  checks.that(isToken, 'pageToken', 'must be the nextPageToken of an earlier answer');
  return { size, after };
}

/**
 * Cuts `rows` to the page. The reader asks its store for one row more than `page.size`: only that row
 * tells whether a further page exists. The token is empty on the last page.
 */
export function cutPage<Row>(
  rows: readonly Row[],
  { size }: Page,
  keyOf: (row: Row) => string,
): { rows: readonly Row[]; nextPageToken: string } {
  const cut = rows.slice(0, size);
  const last = cut.at(-1);
  const more = rows.length > size && last !== undefined;
  return { rows: cut, nextPageToken: more ? Buffer.from(keyOf(last)).toString('base64url') : '' };
}

import { ReadError } from './mesh-reader.ts';

/** One answer of a List method. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Empty on the last page. */
  readonly nextPageToken: string;
}

/**
 * Every page of a list, one at a time.
 * @throws {ReadError} where the service answers the token that it was asked with, which would go on for ever
 */
export async function* readPages<Item>(
  list: (pageToken: string) => Promise<ListPage<Item>>,
): AsyncGenerator<readonly Item[]> {
  for (let token = ''; ; ) {
    const { items, nextPageToken } = await list(token);
    yield items;
    if (nextPageToken === '') return;
    if (nextPageToken === token)
      throw new ReadError('A service answers the same page again and again: its list cannot be read.');
    token = nextPageToken;
  }
}

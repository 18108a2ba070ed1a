import { readFileSync, type Stats, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { MAX_DOCUMENT_BYTES } from '../document/document-size.ts';

/** @throws Error with a sentence for people */
export function readDocumentNow(path: string): string {
  try {
    check(statSync(path));
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw readable(error);
  }
}

/** The same without waiting for it: the file may be on a disk that others share. */
export async function readDocument(path: string): Promise<string> {
  try {
    check(await stat(path));
    return await readFile(path, 'utf8');
  } catch (error) {
    throw readable(error);
  }
}

/** A pipe or a device would never end. */
function check(stats: Stats): void {
  if (!stats.isFile()) throw new Error('it is no file');
  if (stats.size > MAX_DOCUMENT_BYTES) throw new Error('it is longer than 256 KiB: take rules out');
}

function readable(error: unknown): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new Error('there is no such file');
  return new Error(code ? `it cannot be read: ${code}` : message);
}

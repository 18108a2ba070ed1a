import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * SHA-256, in hex, of some files and folders by name. Not of their times: a fresh clone has the same digests, and so the
 * same images. Of the files of a large folder only names and sizes count.
 */
export async function digestOf(places: Readonly<Record<string, string>>): Promise<string> {
  const hash = createHash('sha256');
  for (const [name, place] of Object.entries(places)) {
    hash.update(`${name}\n`);
    const files = (await stat(place)).isDirectory() ? await filesIn(place) : [place];
    for (const file of files) {
      const { size } = await stat(file);
      hash.update(`${relative(place, file)} ${size}\n`);
      if (files.length < 10) await pipeline(createReadStream(file), hash, { end: false });
    }
  }
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
}

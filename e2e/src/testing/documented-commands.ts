import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './repository.ts';

export const documents = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md'] as const;

/** The commands of the `sh` blocks of a document, in their order. */
export async function documentedCommands(document: string): Promise<string[]> {
  const text = await readFile(join(repository, document), 'utf8');
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.trim().split('\n'));
}

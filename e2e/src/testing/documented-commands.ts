import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './repository.ts';

export const documents = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md'] as const;

/** The commands of the `sh` blocks of a document, in their order. */
export async function documentedCommands(document: string): Promise<string[]> {
  return commandsOf(await readFile(join(repository, document), 'utf8'));
}

/** The same by the headings that they stand under. */
export async function documentedSections(document: string): Promise<[heading: string, commands: string[]][]> {
  const text = await readFile(join(repository, document), 'utf8');
  return text.split(/^#+ /m).flatMap((section): [string, string[]][] => {
    const commands = commandsOf(section);
    return commands.length > 0 ? [[section.split('\n')[0] ?? '', commands]] : [];
  });
}

function commandsOf(text: string): string[] {
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.trim().split('\n'));
}

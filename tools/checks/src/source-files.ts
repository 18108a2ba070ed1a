import { globSync } from 'node:fs';
import { basename, join, posix } from 'node:path';

const NOT_OURS = new Set(['node_modules', 'dist', 'gen', '.git', '.nx', '.mesh']);

/** The hand-written sources below a folder, as sorted paths from it; generated and built files are left out. */
export function sourceFiles(root: string, folder: string): string[] {
  const exclude = (path: string) => NOT_OURS.has(basename(path));
  return globSync('**/*.{ts,mts,tsx,js,mjs,jsx}', { cwd: join(root, folder), exclude })
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .sort();
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from './lines-of.ts';
import type { Repository } from './repository.ts';
import { sourceFiles } from './source-files.ts';

const SOURCE_LINES = 120;
const TEST_LINES = 250;

/** No source file is over 120 lines and no test over 250. The linter holds functions at 40. */
export function checkSizes({ root }: Repository): string[] {
  return sourceFiles(root, '.')
    .map((file) => ({ file, lines: linesOf(readFileSync(join(root, file), 'utf8')), limit: limitOf(file) }))
    .filter(({ lines, limit }) => lines > limit)
    .map(
      ({ file, lines, limit }) => `${file} has ${lines} lines, over ${limit}: give its parts a file each.`,
    );
}

function limitOf(file: string): number {
  return /\.test\.[^.]+$/.test(file) ? TEST_LINES : SOURCE_LINES;
}

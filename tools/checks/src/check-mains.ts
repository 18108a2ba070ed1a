import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from './lines-of.ts';
import type { Repository } from './repository.ts';

const MAIN_LINES = 40;
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const BRANCH = /\b(if|for|while|do|switch)\b(?=\s*(?:await\s*)?[({])/;

/** A main.ts names parts and joins them: at most 40 lines, and neither branch nor loop. */
export function checkMains({ root, workspaces }: Repository): string[] {
  return workspaces
    .map(({ folder }) => `${folder}/src/main.ts`)
    .filter((file) => existsSync(join(root, file)))
    .flatMap((file) => complaintsAbout(file, readFileSync(join(root, file), 'utf8')));
}

function complaintsAbout(file: string, text: string): string[] {
  const lines = linesOf(text);
  const branch = BRANCH.exec(text.replace(COMMENT, ''))?.[1];
  return [
    ...(lines > MAIN_LINES
      ? [`${file} has ${lines} lines, over ${MAIN_LINES}: move a part to its own file.`]
      : []),
    ...(branch ? [`${file} has a rule in it ("${branch}"): move it to the part that it belongs to.`] : []),
  ];
}

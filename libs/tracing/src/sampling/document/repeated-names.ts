import { shown } from './describe-issue.ts';

/** A text, and whether it is a name; where objects begin and end; and ends of lines, which no text has in it. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"(?=\s*(:)|)|[{}\n]/g;

/**
 * A sentence for each name that an object of the text has once more: `JSON.parse` takes the last and says nothing of the
 * others.
 *
 * @param json that can be parsed
 */
export function repeatedNames(json: string): string[] {
  const open: Set<string>[] = [];
  const problems: string[] = [];
  let line = 1;
  for (const [token, isName] of json.matchAll(TOKENS)) {
    if (token === '\n') line++;
    else if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (isName) note(JSON.parse(token));
  }
  return problems;

  function note(name: string): void {
    const names = open.at(-1);
    if (names?.has(name)) problems.push(`${shown(name)} in line ${line} is there already: take one out`);
    names?.add(name);
  }
}

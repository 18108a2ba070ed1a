import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

/** Holds a page of `docs/` to what a test sees; with `WRITE=1` in the environment it writes the page. */
export function expectDocument(name: string, text: string): void {
  const file = new URL(`../../../../../docs/${name}`, import.meta.url);
  // biome-ignore lint/style/noProcessEnv: tests have no main that could hand it in
  if (process.env['WRITE']) writeFileSync(file, text);
  else assert.equal(readFileSync(file, 'utf8'), text);
}

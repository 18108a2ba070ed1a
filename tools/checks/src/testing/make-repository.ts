import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { readRepository } from '../read-repository.ts';
import type { Repository } from '../repository.ts';

/** Path from the root to content; what is not a string is written as JSON. */
export type Files = Readonly<Record<string, string | object>>;

const rootManifest = { name: 'root', workspaces: ['protos', 'libs/*', 'apps/*', 'tools/*', 'e2e'] };

/** Writes a small repository into a temporary folder, which goes with the test, and reads it. */
export function makeRepository(t: TestContext, files: Files): Repository {
  const root = mkdtempSync(join(tmpdir(), 'mesh-checks-'));
  t.after(() => rmSync(root, { recursive: true }));
  for (const [path, content] of Object.entries({ 'package.json': rootManifest, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return readRepository(root);
}

/** A package.json of the given name (without its scope) and type, which depends on the projects named. */
export function manifestOf(name: string, type: string, dependsOn: readonly string[] = []) {
  return {
    name: `@mesh/${name}`,
    type: 'module',
    nx: { tags: [`type:${type}`, `scope:${name}`] },
    dependencies: Object.fromEntries(dependsOn.map((other) => [other, '0.1.0'])),
  };
}

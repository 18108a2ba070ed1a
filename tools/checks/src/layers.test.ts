import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { makeRepository, manifestOf } from './testing/make-repository.ts';

const biomeJson = readFileSync(new URL('../../../biome.json', import.meta.url), 'utf8');
const imports = '/noRestrictedImports';
const dependencies = '/noUndeclaredDependencies';

/** The rules of this repository's biome.json that a source breaks at a path of the app `order`. */
function rulesBroken(t: TestContext, path: string, source: string): string[] {
  const manifest = manifestOf('order', 'app', ['@mesh/rpc', '@mesh/postgres', '@grpc/grpc-js', 'zod']);
  const { root } = makeRepository(t, {
    'biome.json': biomeJson,
    '.gitignore': '',
    'apps/order/package.json': { ...manifest, devDependencies: { winston: '3.19.0' } },
    [`apps/order/src/${path}`]: `${source}\n`,
  });
  const words = ['lint', '--reporter=json', '--vcs-enabled=false'];
  const { stdout } = spawnSync('biome', words, { cwd: root, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string; severity: string }[] };
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ category }) => category);
}

const refused = [
  ['domain/order.ts', `export { readFile } from 'node:fs';`, imports],
  ['domain/order.ts', `export { z } from 'zod';`, imports],
  ['domain/order.ts', `export * as rpc from '@mesh/rpc';`, imports],
  ['domain/order.ts', `export { config } from '../config.ts';`, imports],
  ['domain/order.ts', `export { store } from '../outbound/store.ts';`, imports],
  ['domain/order.ts', `export const fs = import('node:fs');`, imports],
  ['inbound/handler.ts', `export { store } from '../outbound/store.ts';`, imports],
  ['inbound/handler.ts', `export type { Store } from '../outbound/store.ts';`, imports],
  ['inbound/handler.ts', `export { config } from '../config.ts';`, imports],
  ['inbound/handler.ts', `export { open } from '@mesh/postgres';`, imports],
  ['outbound/store.ts', `export { handler } from '../inbound/handler.ts';`, imports],
  ['outbound/store.ts', `export type { Config } from '../config.ts';`, imports],
  ['outbound/store.ts', `import { env } from 'node:process';\nexport { env };`, imports],
  ['config.ts', `export const port = process.env['PORT'];`, '/noProcessEnv'],
  ['config.ts', `import { env } from 'node:process';\nexport { env };`, imports],
  ['main.ts', `export { createLogger } from 'winston';`, dependencies],
  ['main.ts', `export { Pool } from 'pg';`, dependencies],
] as const;
for (const [path, source, rule] of refused) {
  test(`${path} may not have: ${source.split('\n')[0]}`, (t) => {
    const broken = rulesBroken(t, path, source);
    assert.equal(broken.length, 1, `broken: ${broken.join(', ')}`);
    assert.ok(broken[0]?.endsWith(rule), broken[0]);
  });
}

const allowed = [
  ['domain/order.ts', `export { price } from './price.ts';`],
  ['domain/order.test.ts', `export { test } from 'node:test';`],
  ['inbound/handler.ts', `export { order } from '../domain/order.ts';\nexport * as rpc from '@mesh/rpc';`],
  [
    'outbound/store.ts',
    `export type { Store } from '../domain/store.ts';\nexport { open } from '@mesh/postgres';`,
  ],
  ['outbound/store.ts', `import * as grpc from '@grpc/grpc-js';\nexport { grpc };`],
  ['main.ts', `import type { Logger } from 'winston';\nexport type { Logger };`],
  ['main.test.ts', `export { createLogger } from 'winston';`],
  ['main.ts', `export { config } from './config.ts';\nexport { store } from './outbound/store.ts';`],
] as const;
for (const [path, source] of allowed) {
  test(`${path} may have: ${source.split('\n')[0]}`, (t) => {
    assert.deepEqual(rulesBroken(t, path, source), []);
  });
}

test('a function of more than 40 lines is refused', (t) => {
  const body = '  step();\n'.repeat(41);
  const broken = rulesBroken(t, 'domain/order.ts', `export function all(step: () => void) {\n${body}}`);
  assert.ok(
    broken.some((rule) => rule.endsWith('/noExcessiveLinesPerFunction')),
    broken.join(),
  );
});

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { checkProjectDependencies } from './check-project-dependencies.ts';
import { makeRepository, manifestOf } from './testing/make-repository.ts';

/** A whole house in which one project has other dependencies than usual. */
function complaintsWhen(t: TestContext, path: string, manifest: object): string[] {
  const files = {
    'protos/package.json': manifestOf('protos', 'protos'),
    'libs/tracing/package.json': manifestOf('tracing', 'lib'),
    'libs/postgres/package.json': manifestOf('postgres', 'lib'),
    'libs/rpc/package.json': manifestOf('rpc', 'lib', ['@mesh/protos']),
    'apps/order/package.json': manifestOf('order', 'app', ['@mesh/rpc', '@mesh/protos']),
    'apps/gateway/package.json': manifestOf('gateway', 'app', ['@mesh/rpc', '@mesh/tracing']),
    'tools/cli/package.json': manifestOf('cli', 'tool', ['@mesh/rpc', '@mesh/protos']),
    'e2e/package.json': manifestOf('e2e', 'e2e', ['@mesh/order', '@mesh/cli', '@mesh/rpc', '@mesh/protos']),
  };
  return checkProjectDependencies(makeRepository(t, { ...files, [`${path}/package.json`]: manifest }));
}

test('the house as it is meant passes', (t) => {
  assert.deepEqual(complaintsWhen(t, 'apps/order', manifestOf('order', 'app', ['@mesh/postgres'])), []);
});

const forbidden = [
  ['apps/gateway', 'gateway', 'app', '@mesh/order'],
  ['apps/gateway', 'gateway', 'app', '@mesh/cli'],
  ['apps/gateway', 'gateway', 'app', '@mesh/e2e'],
  ['libs/tracing', 'tracing', 'lib', '@mesh/protos'],
  ['libs/tracing', 'tracing', 'lib', '@mesh/rpc'],
  ['libs/postgres', 'postgres', 'lib', '@mesh/protos'],
  ['libs/postgres', 'postgres', 'lib', '@mesh/tracing'],
  ['libs/rpc', 'rpc', 'lib', '@mesh/tracing'],
  ['libs/rpc', 'rpc', 'lib', '@mesh/order'],
  ['protos', 'protos', 'protos', '@mesh/rpc'],
  ['tools/cli', 'cli', 'tool', '@mesh/order'],
] as const;
for (const [path, name, type, target] of forbidden) {
  test(`${path} may not depend on ${target}`, (t) => {
    const complaints = complaintsWhen(t, path, manifestOf(name, type, [target]));
    assert.equal(complaints.length, 1);
    assert.ok(complaints[0]?.startsWith(`${path}/package.json depends on ${target}: `), complaints[0]);
  });
}

test('a devDependency counts as well', (t) => {
  const manifest = { ...manifestOf('gateway', 'app'), devDependencies: { '@mesh/order': '0.1.0' } };
  assert.equal(complaintsWhen(t, 'apps/gateway', manifest).length, 1);
});

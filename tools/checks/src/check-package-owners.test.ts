import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPackageOwners } from './check-package-owners.ts';
import { makeRepository, manifestOf } from './testing/make-repository.ts';

test('the owners of a package may depend on it', (t) => {
  const repository = makeRepository(t, {
    'libs/tracing/package.json': manifestOf('tracing', 'lib', ['@opentelemetry/api', 'winston']),
    'libs/rpc/package.json': manifestOf('rpc', 'lib', ['@grpc/grpc-js', 'grpc-health-check']),
    'libs/postgres/package.json': manifestOf('postgres', 'lib', ['pg']),
    'apps/order/package.json': manifestOf('order', 'app', ['zod']),
  });
  assert.deepEqual(checkPackageOwners(repository), []);
});

const foreign = [
  ['libs/rpc', 'rpc', 'lib', '@opentelemetry/api'],
  ['libs/rpc', 'rpc', 'lib', 'winston'],
  ['libs/rpc', 'rpc', 'lib', 'winston-transport'],
  ['apps/order', 'order', 'app', '@opentelemetry/sdk-node'],
  ['apps/order', 'order', 'app', '@grpc/grpc-js'],
  ['apps/order', 'order', 'app', 'pg'],
  ['libs/postgres', 'postgres', 'lib', '@grpc/proto-loader'],
] as const;
for (const [path, name, type, target] of foreign) {
  test(`${path} may not depend on ${target}`, (t) => {
    const files = { [`${path}/package.json`]: manifestOf(name, type, [target]) };
    const complaints = checkPackageOwners(makeRepository(t, files));
    assert.equal(complaints.length, 1);
    assert.ok(complaints[0]?.startsWith(`${path}/package.json depends on ${target}: `), complaints[0]);
  });
}

test('what is allowed for tests only is a devDependency, not a dependency', (t) => {
  const asDevelopment = { ...manifestOf('tracing', 'lib'), devDependencies: { '@grpc/grpc-js': '1.14.7' } };
  const asDependency = manifestOf('tracing', 'lib', ['@grpc/grpc-js']);
  const complaints = (manifest: object) =>
    checkPackageOwners(makeRepository(t, { 'libs/tracing/package.json': manifest }));
  assert.deepEqual(complaints(asDevelopment), []);
  assert.match(complaints(asDependency)[0] ?? '', /make it a devDependency/);
});

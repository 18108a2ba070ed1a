import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const fixture = fileURLToPath(new URL('testing/fixtures/reads-config.ts', import.meta.url));

function start(env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fixture], { env, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

const DATABASE_URL = 'postgres://mesh@127.0.0.1/orders';

test('what is not set has its default', () => {
  const { code, stdout } = start({ DATABASE_URL });
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(stdout), {
    HOST: '127.0.0.1',
    ORDER_GRPC_PORT: 50051,
    DATABASE_URL,
    SEED: 1,
    REFLECTION: true,
  });
});

test('an empty variable counts as not set', () => {
  const empty = start({ DATABASE_URL, HOST: '', ORDER_GRPC_PORT: '', SEED: '', REFLECTION: '' });
  assert.deepEqual(empty, start({ DATABASE_URL }));
  assert.match(start({ DATABASE_URL: '' }).stderr, /^DATABASE_URL must be set/);
});

test('variables that it does not know are left alone', () => {
  assert.equal(start({ DATABASE_URL, PATH: '/bin', OTEL_SERVICE_NAME: 'order' }).code, 0);
});

test('every wrong variable has a sentence on stderr that names it, and the exit code is 1', () => {
  const { code, stdout, stderr } = start({ ORDER_GRPC_PORT: '70000', SEED: '0', REFLECTION: 'yes' });
  assert.deepEqual([code, stdout], [1, '']);
  assert.deepEqual(stderr.trimEnd().split('\n'), [
    'ORDER_GRPC_PORT must be a port, 0 to 65535.',
    'DATABASE_URL must be set, for example postgres://user:password@host:5432/name.',
    'SEED must be a whole number of 1 or more.',
    'REFLECTION must be on or off.',
  ]);
});

test('a wrong value is not repeated: it may hold a password', () => {
  const { code, stderr } = start({ DATABASE_URL: 'mysql://root:hunter2@127.0.0.1/orders' });
  assert.equal(code, 1);
  assert.doesNotMatch(stderr, /hunter2/);
});

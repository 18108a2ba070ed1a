import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inventory } from './testing/inventory.ts';

const program = fileURLToPath(new URL('print-sampling.ts', import.meta.url));
const run = (address: string) =>
  promisify(execFile)(process.execPath, ['-C', '@mesh/source', program, address]);

test('the program prints what samples a service, or says why it cannot, with exit code 1', async (t) => {
  const report = { service: 'inventory', operations: [] };
  const { address } = await inventory(t, { admin: { sampling: () => report } });
  const bare = await inventory(t);
  const [printed, refused] = await Promise.all([
    run(address),
    run(bare.address).catch((error: { code: number; stderr: string }) => error),
  ]);
  assert.deepEqual(JSON.parse(printed.stdout), report);
  assert.deepEqual('code' in refused && [refused.code, refused.stderr.split('\n').length], [1, 2]);
});

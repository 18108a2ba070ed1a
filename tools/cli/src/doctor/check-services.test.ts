import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { presetFile } from '../sampling/read-document.ts';
import {
  fakeCapture,
  reading,
  serveFakeServices,
  temporaryFolder,
} from '../sampling/testing/fake-services.ts';
import { checkServices } from './check-services.ts';

test('each service that runs is told with what it keeps, and one that keeps nothing or refuses its file is a finding', async (t) => {
  const never = join(temporaryFolder(t), 'never.json');
  writeFileSync(never, '{ "version": 1, "default": { "policy": "never" } }');
  const env = await serveFakeServices(t, [
    () => ({ ...reading(presetFile('canary'))(), capture: fakeCapture }),
    reading(never),
    reading(presetFile('quiet'), { error: 'there is no such file' }),
  ]);
  const checks = await checkServices(env);
  assert.deepEqual(
    checks.map(({ name, ok }) => [name, ok]),
    [
      ['sampling of gateway', true],
      ['sampling of order', false],
      ['sampling of inventory', false],
    ],
  );
  const [canary, nothing, refused] = checks.map(({ sentence }) => sentence);
  assert.match(
    canary ?? '',
    /keeps: 10 %, first of each 60 s.*, or what a rule says \(canary\); and after the fact what fails or is slow\.$/,
  );
  assert.match(nothing ?? '', /^order keeps no trace that begins there: npx mesh sampling set quiet/);
  assert.match(
    refused ?? '',
    /^inventory goes on .*quiet\.json is not taken \(there is no such file\): mend/,
  );
});

test('a mesh that does not run is nothing to tell', async () => {
  const nowhere = { GATEWAY_GRPC_PORT: '1', ORDER_GRPC_PORT: '1', INVENTORY_GRPC_PORT: '1' };
  assert.deepEqual(await checkServices(nowhere), []);
});

import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openProcessRecords } from '../host/process-records.ts';
import { processStartTime } from '../host/process-start-time.ts';
import { freePort } from '../testing/free-port.ts';
import { postgresProgram } from './postgres-program.ts';
import { supervise } from './supervise.ts';
import { eventually } from './testing/run-fixture-host.ts';

test('an embedded server that is killed is started again, and stops when it is asked', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'mesh-postgres-'));
  chmodSync(home, 0o755);
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const records = openProcessRecords(join(home, 'run'));
  const pid = () => records.alive()[0]?.pid;
  const options = { folder: join(home, 'postgres'), port: await freePort(), databases: ['order'] };
  const sentences: string[] = [];
  const program = postgresProgram({ ...options, logFile: join(home, 'log') });
  const server = supervise(program, records, (sentence) => sentences.push(sentence));
  await server.ready;
  const first = pid() ?? 0;
  process.kill(first, 'SIGKILL');
  await eventually(
    () => ![undefined, first].includes(pid()),
    () => `it has another pid than ${first}`,
  );
  assert.match(sentences.join(), /^postgres ended \(see .*log\) and is started again\.$/);
  const second = pid() ?? 0;
  await server.stop();
  assert.equal(processStartTime(second), undefined);
});

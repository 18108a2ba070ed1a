import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

const DOCTOR = `
  import { spawn } from 'node:child_process';
  import { passSignals } from '${import.meta.resolve('./pass-signals.ts')}';
  const program = ['-e', 'console.log("up"); setInterval(() => {}, 1000)'];
  const { pid } = spawn(process.execPath, program, { detached: true, stdio: ['ignore', 'inherit', 'ignore'] });
  passSignals(pid, () => console.log('cleared'));`;

test('a program in a group of its own ends when Ctrl-C ends the doctor', async () => {
  const node = ['-C', '@mesh/source', '--input-type=module', '-e', DOCTOR];
  const doctor = spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  doctor.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(doctor.stdout, 'data');
  doctor.kill('SIGINT');
  // It closes when the program, which has the same stdout, has ended as well.
  const [, signal] = await once(doctor, 'close');
  assert.deepEqual([said, signal], ['up\ncleared\n', 'SIGINT']);
});

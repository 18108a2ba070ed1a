import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fakeMachine } from '../../../native/testing/fake-tools.ts';
import { readUpConfig } from '../../config.ts';
import { zipkinProgram } from './zipkin-program.ts';

test('Zipkin, which takes no name to listen on, is given the address of HOST', async (t) => {
  const { folder, env } = fakeMachine(t, { java: 'echo "$*" > "$HOME/words"' });
  const home = { logs: folder, run: folder, postgres: folder, native: folder, sampling: folder };
  const config = readUpConfig({ HOST: 'localhost' });
  if ('problem' in config) throw new Error(config.problem);
  const java = { command: join(folder, 'bin/java'), home: folder };
  const program = await zipkinProgram({ config, env, home, extras: ['zipkin'] }, java, 'zipkin.jar');
  const running = await program.start(new AbortController().signal);
  await running.ended;
  assert.match(readFileSync(join(folder, 'words'), 'utf8'), /--armeria\.ports\[0\]\.ip=127\.0\.0\.1 /);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentedCommands } from '../../testing/documented-commands.ts';
import { composeProgram } from './testing/compose-program.ts';
import { run } from './testing/run.ts';

test('every docker compose command of the documents names files and options that compose takes', async () => {
  const commands = (await documentedCommands('docs/real-stack.md')).filter((command) =>
    command.startsWith('docker compose '),
  );
  assert.ok(commands.length >= 7, `${commands.length} commands`);
  for (const command of commands) {
    const parts = /^docker compose ((?:-f \S+ )*)up((?: --scale \w+=\d+)*)$/.exec(command);
    assert.ok(parts, command);
    const [, files = '', scales = ''] = parts;
    const services = await run(await composeProgram(), [...words(files), 'config', '--services']);
    for (const [, name = ''] of scales.matchAll(/(\w+)=/g))
      assert.ok(services.split('\n').includes(name), `${command}: ${name}`);
  }
});

function words(text: string): string[] {
  return text.trim().split(' ').filter(Boolean);
}

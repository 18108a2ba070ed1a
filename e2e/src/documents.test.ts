import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { defer } from './testing/defer.ts';
import { documentedCommands, documents } from './testing/documented-commands.ts';
import { createMeshEnvironment, type MeshEnvironment } from './testing/mesh-environment.ts';
import { repository } from './testing/repository.ts';
import { runProgram } from './testing/run-program.ts';
import { until } from './testing/until.ts';
import { withPorts } from './testing/with-ports.ts';

/** Runs `npm start` as a terminal does, in a process group of its own, which Ctrl-C reaches whole. */
async function npmStart(t: TestContext, environment: MeshEnvironment) {
  // biome-ignore lint/style/noProcessEnv: a child gets what this process has, and more
  const env = { ...process.env, ...environment.variables };
  const child = spawn('npm', ['start'], {
    cwd: repository,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const ctrlC = () => process.kill(-(child.pid ?? 0), 'SIGINT');
  defer(t, async () => {
    if (child.exitCode !== null) return;
    ctrlC();
    await ended;
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
  });
  await until('npm start to have the mesh up', () => output.includes('mesh is up'), 60_000);
  return { ctrlC, ended };
}

test('every command of the README does what it says, from npm start to Ctrl-C and npm run reset', async (t) => {
  const environment = await createMeshEnvironment();
  defer(t, () => environment.remove());
  const commands = await documentedCommands('README.md');
  assert.equal(commands[0], 'npm start');
  assert.equal(commands.at(-1), 'npm run reset');
  const mesh = await npmStart(t, environment);
  const others = commands.slice(1, -1).filter((command) => command !== 'npm test');
  assert.ok(others.length >= 4);
  for (const command of others) await runs(withPorts(command, environment), environment.variables);
  mesh.ctrlC();
  assert.deepEqual(await mesh.ended, [0, null]);
  await runs('npm run reset', environment.variables);
});

test('every command of CONTRIBUTING and ARCHITECTURE runs', async () => {
  const commands = [
    ...(await documentedCommands('CONTRIBUTING.md')),
    ...(await documentedCommands('ARCHITECTURE.md')),
  ];
  assert.ok(commands.length >= 4);
  for (const command of commands) await runs(command, {});
});

test('every file that a document links to is there', async () => {
  for (const document of [
    ...documents,
    ...['libs/tracing/README.md', 'docs/adr/README.md', 'docs/real-stack.md', 'docs/faults.md'],
    ...['docs/sampling.md', 'docs/capture.md', 'docs/jaeger-adaptive.md'],
    ...['docs/adr/0016-own-capture.md'],
  ]) {
    const text = await readFile(join(repository, document), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
    for (const link of links) await access(join(repository, dirname(document), link));
  }
});

async function runs(command: string, variables: Readonly<Record<string, string>>): Promise<void> {
  const { code, stdout, stderr } = await runProgram('sh', ['-c', command], variables);
  assert.equal(code, 0, `${command}\n${stdout}${stderr}`);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentedCommands } from '../testing/documented-commands.ts';
import { runProgram } from '../testing/run-program.ts';
import { startMesh } from '../testing/start-mesh.ts';
import { withPorts } from '../testing/with-ports.ts';

/** What the traces say that the document shows, in its order; one in a hundred is kept at its root. */
const promised: readonly RegExp[] = [
  /This trace was not kept|kept by ratio/,
  /kept by (?:promoted:INTERNAL|ratio)[\s\S]* debug /,
  /kept by (?:promoted:slow|ratio)[\s\S]* debug /,
  /This trace was not kept|kept by ratio/,
];

test('every command of the document about what is kept after the fact runs, and shows what it says', async (t) => {
  const mesh = await startMesh(t, { MESH_FAULTS: '1' });
  const shown: string[] = [];
  for (const command of await documentedCommands('docs/capture.md')) {
    const { code, stdout, stderr } = await runProgram('sh', ['-c', withPorts(command, mesh)], mesh.variables);
    assert.equal(code, 0, `${command}\n${stdout}${stderr}`);
    if (command.startsWith('npx mesh trace')) shown.push(stdout);
  }
  assert.equal(shown.length, promised.length);
  for (const [index, text] of shown.entries()) assert.match(text, promised[index] ?? /^$/);
});

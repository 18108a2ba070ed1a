import assert from 'node:assert/strict';
import { test } from 'node:test';
import { samplingOf } from '../testing/ask-sampling.ts';
import { documentedSections } from '../testing/documented-commands.ts';
import { runProgram } from '../testing/run-program.ts';
import { startMesh } from '../testing/start-mesh.ts';
import { withPorts } from '../testing/with-ports.ts';

const variables = { MESH_FAULTS: '1', MESH_SAMPLING_MARK_KEYS: 'me:any-secret-of-32-characters-or-more' };

type Kept = Readonly<Record<string, number>>;
const nothing: Kept = { forced: 0, first: 0, floor: 0, boost: 0, ratio: 0, always: 0 };

/** What the gateway keeps of the requests of each part, as the document says: at least, and at most. */
const promised: Readonly<Record<string, (seconds: number) => [least: Kept, most: Kept]>> = {
  'always, never': () => [{}, nothing],
  // Four standard deviations to each side.
  ratio: () => [{ ratio: 9 }, { ...nothing, ratio: 51 }],
  first: () => [{ first: 1 }, { ...nothing, first: 2 }],
  floor: () => [{ floor: 6 }, { ...nothing, floor: 10 }],
  'ceiling and overall': (seconds) => [{ ratio: 5 }, { ...nothing, ratio: 10 + 5 * seconds }],
  boost: () => [{ boost: 40 }, { ...nothing, boost: 80, ratio: 10 }],
  Marks: () => [{ forced: 2 }, { ...nothing, forced: 2 }],
};

test('every command of the document about sampling runs, and each policy keeps what it says', async (t) => {
  const mesh = await startMesh(t, variables);
  const ask = samplingOf(t, mesh);
  const keptBy = async () => (await ask())[0]?.tally.kept ?? {};
  const sections = await documentedSections('docs/sampling.md');
  const headings = sections.map(([heading]) => heading);
  assert.deepEqual(
    Object.keys(promised).filter((heading) => !headings.includes(heading)),
    [],
  );
  for (const [heading, commands] of sections) {
    const before = await keptBy();
    const start = performance.now();
    for (const command of commands) await runs(withPorts(command, mesh), { ...mesh.variables, ...variables });
    const [least, most] = promised[heading]?.((performance.now() - start) / 1000) ?? [{}, {}];
    for (const [reason, count] of Object.entries(await keptBy())) {
      const kept = count - (before[reason] ?? 0);
      const text = `${heading}: ${kept} by ${reason}`;
      assert.ok(kept >= (least[reason] ?? 0) && kept <= (most[reason] ?? kept), text);
      if (kept > 0) t.diagnostic(text);
    }
  }
});

async function runs(command: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const { code, stdout, stderr } = await runProgram('sh', ['-c', command], environment);
  assert.equal(code, 0, `${command}\n${stdout}${stderr}`);
}

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { placeOrder } from '../testing/place-order.ts';
import { runMesh } from '../testing/run-program.ts';
import { until } from '../testing/until.ts';
import { startStack } from './testing/open-stack.ts';

/** As `mesh trace --json` prints it. */
interface ShownTrace {
  readonly keptBy?: string;
  readonly spans: readonly { readonly service: string; readonly name: string; readonly kind: string }[];
  readonly lines: readonly {
    readonly service: string;
    readonly level: string;
    readonly spanId: string;
    readonly fields: Readonly<Record<string, string>>;
  }[];
  readonly notes: readonly string[];
}

const services = ['gateway', 'inventory', 'order'];

test('an order that fails where nothing is sampled is whole in Jaeger, and its debug lines are in Loki', async (t) => {
  const mesh = await startStack(t, { variables: { MESH_FAULTS: '1' } });
  const file = join(mesh.home, 'never.json');
  await writeFile(file, '{"version":1,"default":{"policy":"never"}}');
  const { code, stderr } = await runMesh(['sampling', 'set', file], mesh.variables);
  assert.equal(code, 0, stderr);
  const headers = { 'mesh-faults': 'inventory/Commit:error=INTERNAL' };
  const items = [{ sku: 'SKU-0001', quantity: 1 }];
  const answer = await placeOrder(mesh.gatewayUrl, { key: randomUUID(), items, headers });
  assert.deepEqual([answer.status, answer.headers.get('traceresponse')?.slice(-2)], [500, '02']);
  const traceId = answer.headers.get('x-trace-id') ?? '';
  const read = async () => {
    const { stdout } = await runMesh(['trace', '--json', traceId], mesh.variables);
    return JSON.parse(stdout || '{"spans":[],"lines":[]}') as ShownTrace;
  };
  const releasedIn = ({ lines }: ShownTrace) =>
    lines.filter(({ fields }) => fields['sampling_reason'] === 'promoted:INTERNAL');
  const trace = await until('the trace with lines of all services', async () => {
    const shown = await read();
    return new Set(releasedIn(shown).map(({ service }) => service)).size === 3 && shown;
  });
  assert.deepEqual([trace.keptBy, trace.notes], ['promoted:INTERNAL', []]);
  assert.deepEqual([...new Set(trace.spans.map(({ service }) => service))].sort(), services);
  // The one that had answered before anything failed.
  assert.ok(trace.spans.some(({ name, kind }) => name.endsWith('/Reserve') && kind === 'SERVER'));
  assert.ok(releasedIn(trace).every(({ level }) => level === 'debug'));
});

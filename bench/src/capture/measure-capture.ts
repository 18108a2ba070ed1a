import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FixtureMesh, startMesh } from '../mesh/start-mesh.ts';
import { startChild } from '../processes/child.ts';
import { waitUntilWhole } from '../run/wait-until-whole.ts';
import { captureConfiguration } from './capture-configuration.ts';
import { documentOf } from './capture-switch.ts';
import { type ClosedLoop, startClosedLoop } from './closed-loop.ts';
import { measureSlice } from './measure-slice.ts';
import type { Slice } from './slice.ts';

export interface CapturePlan {
  readonly slices: number;
  readonly sliceMillis: number;
  /** Before the first slice: until then much of the code runs uncompiled. */
  readonly warmUpMillis: number;
  readonly hasDetail: boolean;
}

/**
 * Measures one mesh whose capture is turned on and off by turns.
 *
 * @throws Error when a request fails, a line or span is missing or too much, or what is parked is not what should be
 */
export async function measureCapture(plan: CapturePlan, say: (sentence: string) => void): Promise<Slice[]> {
  await using started = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'mesh-capture-'));
  started.defer(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'sampling.json');
  await writeFile(file, documentOf(true));
  const sink = started.use(await startChild('sink/main.ts'));
  const configuration = captureConfiguration(file, plan.hasDetail);
  const mesh = started.use(await startMesh(configuration, { sinkPort: sink.port }));
  const loop = startClosedLoop(() => mesh.place());
  const slices = await measureSlices(mesh, loop, file, plan, say);
  await loop.stop();
  await waitUntilWhole([withLinesOf(mesh, slices.length)], sink);
  return slices;
}

async function measureSlices(
  mesh: FixtureMesh,
  loop: ClosedLoop,
  file: string,
  { slices, sliceMillis: millis, warmUpMillis }: CapturePlan,
  say: (sentence: string) => void,
): Promise<Slice[]> {
  const options = { mesh, loop, file };
  // Off at last, so that the first slice turns it on.
  for (const isOn of [true, false]) await measureSlice(isOn, { ...options, millis: warmUpMillis / 2 });
  say('The services are warm.');
  const measured: Slice[] = [];
  for (let number = 0; number < slices; number++) {
    measured.push(await measureSlice(number % 2 === 0, { ...options, millis }));
    if (number % 10 === 9) say(`Slice ${number + 1} of ${slices} is done.`);
  }
  return measured;
}

/** Each service writes a line at its start and at each change: at the end of the warm-up, and at each slice. */
function withLinesOf(mesh: FixtureMesh, slices: number): FixtureMesh {
  const { configuration } = mesh;
  return { ...mesh, configuration: { ...configuration, startLines: configuration.startLines + 1 + slices } };
}

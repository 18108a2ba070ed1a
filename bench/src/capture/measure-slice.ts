import type { FixtureMesh } from '../mesh/start-mesh.ts';
import { turnCapture } from './capture-switch.ts';
import type { ClosedLoop } from './closed-loop.ts';
import { checkParked, parkedIn } from './parked.ts';
import type { Slice } from './slice.ts';

export interface SliceOptions {
  readonly mesh: FixtureMesh;
  readonly loop: ClosedLoop;
  /** Of the sampling document. */
  readonly file: string;
  readonly millis: number;
}

/** Turns capture on or off, lets go what had begun before that, and measures from then on. */
export async function measureSlice(isOn: boolean, options: SliceOptions): Promise<Slice> {
  const { mesh, loop, file, millis } = options;
  await turnCapture(file, isOn, mesh.services);
  await loop.turnOver();
  const parked = await parkedIn(mesh.services);
  const begin = await readMark(mesh, loop);
  await loop.run(millis);
  // On a machine that stood still there would be a slice without any request.
  await loop.turnOver();
  const end = await readMark(mesh, loop);
  checkParked(isOn, parked, await parkedIn(mesh.services));
  const requests = end.answered - begin.answered;
  return {
    isOn,
    requests,
    cpuMillis: (end.cpuMillis - begin.cpuMillis) / requests,
    seconds: (end.at - begin.at) / 1000,
  };
}

async function readMark(mesh: FixtureMesh, loop: ClosedLoop) {
  const cpuMillis = await mesh.cpuMillis();
  return { cpuMillis, answered: loop.answered(), at: performance.now() };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Env } from '../../configuration.ts';
import { startChild } from '../../processes/child.ts';
import type { Plan } from '../../run/run-rounds.ts';
import { findCollector } from './find-collector.ts';
import { measureReplay } from './measure-replay.ts';
import { replayConfigurations, TAIL } from './replay-configurations.ts';
import type { Replay } from './replay-row.ts';
import { startCollector } from './start-collector.ts';

/** More rounds make the intervals narrower; each must be long against what a round leaves for the next. */
const ROUNDS = 40;

/** Until a service has seen that many, V8 still makes its code faster. */
const WARM_UP_REQUESTS = 2000;

/**
 * Sends the same requests to the real services under several policies.
 *
 * @param requests of each mesh
 * @param env where the user's cache is
 */
export async function replay(requests: number, env: Env, say: (sentence: string) => void): Promise<Replay> {
  await using started = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'mesh-lab-'));
  started.defer(() => rm(folder, { recursive: true, force: true }));
  const sink = started.use(await startChild('sampling-lab/replay/sink.ts'));
  const found = await findCollector(env);
  const missing = 'missing' in found ? found.missing : undefined;
  if (missing) say(`No tail sampling: ${missing}.`);
  const sinkUrl = `http://127.0.0.1:${sink.port}/${TAIL}`;
  const collector = 'path' in found ? started.use(await startCollector(found.path, sinkUrl)) : undefined;
  const configurations = replayConfigurations(folder, collector?.url);
  const rows = await measureReplay(configurations, { sink, collector }, planOf(requests), say);
  return { rows, missing };
}

function planOf(total: number): Plan {
  const requests = Math.ceil(total / ROUNDS);
  return { rounds: ROUNDS, warmUpRounds: Math.ceil(WARM_UP_REQUESTS / requests), requests };
}

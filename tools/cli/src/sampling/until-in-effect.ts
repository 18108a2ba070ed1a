import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { SamplingDocument } from '@mesh/tracing/sampling';
import type { Answer } from './ask-services.ts';

/** Twice the time in which a change has to be in effect: a busy machine is no failure. */
const PATIENCE_MS = 4000;
const POLL_MS = 50;

export interface Effect {
  readonly ms: number;
  /** The last ones. */
  readonly answers: readonly Answer[];
  /** Of those who have it. */
  readonly names: readonly string[];
}

/** Asks again and again until all services have the document of this file, by default for 4 s. */
export async function untilInEffect(
  ask: () => Promise<readonly Answer[]>,
  file: string,
  document: SamplingDocument,
  patienceMs: number = PATIENCE_MS,
): Promise<Effect> {
  const start = performance.now();
  const wanted = JSON.parse(JSON.stringify(document));
  for (;;) {
    const answers = await ask();
    const ms = performance.now() - start;
    const names = answers.filter((answer) => hasIt(answer, file, wanted)).map(({ name }) => name);
    if (names.length === answers.length || ms > patienceMs) return { ms, answers, names };
    await delay(POLL_MS);
  }
}

function hasIt(answer: Answer, file: string, wanted: unknown): boolean {
  if ('problem' in answer) return false;
  const { kind, location = '', error } = answer.report.source;
  const isFile = kind === 'file' && resolve(location) === file && error === undefined;
  return isFile && isDeepStrictEqual(answer.whole['document'], wanted);
}

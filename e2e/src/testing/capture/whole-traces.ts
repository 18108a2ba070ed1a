import { setTimeout } from 'node:timers/promises';
import type { CaptureMesh } from './capture-mesh.ts';
import { isWanted } from './is-wanted.ts';
import type { Call } from './order-calls.ts';
import { problemsOf } from './problems-of.ts';
import { readSpans } from './read-arrived.ts';
import { NOTHING, readLedgers } from './read-ledgers.ts';

export interface Outcome {
  /** Of those that have to be there, the traces that are, as they should be. */
  readonly whole: number;
  /** What is not as it should be in the others, a sentence each. */
  readonly problems: readonly string[];
  /** Spans that were sent of all orders, and those of the traces that had to be. */
  readonly sent: number;
  readonly due: number;
}

/** How long a trace may take to be there: it is told around within 200 ms, and sent after 50. */
const PATIENCE_MS = 5000;

/** Compares what arrives with what the processes recorded. @param except the process whose part may be missing */
export async function wholeTraces(
  mesh: CaptureMesh,
  calls: readonly Call[],
  except?: number,
): Promise<Outcome> {
  const end = Date.now() + PATIENCE_MS;
  const whole = new Set<Call>();
  let problems: string[] = [];
  do {
    await setTimeout(100);
    const ledgers = await readLedgers(mesh, except);
    const look = async (call: Call) => {
      const found = await problemsOf(mesh, call.traceId, ledgers.get(call.traceId) ?? NOTHING, except);
      if (found.length === 0) whole.add(call);
      return found.map((problem) => `${call.kind}, answered ${call.status}, ${call.traceId}: ${problem}`);
    };
    const wanted = calls.filter((call) => isWanted(call, ledgers.get(call.traceId) ?? NOTHING));
    problems = (await Promise.all(wanted.filter((call) => !whole.has(call)).map(look))).flat();
  } while (problems.length > 0 && Date.now() < end);
  return { whole: whole.size, problems, ...(await countSpans(mesh, calls)) };
}

async function countSpans(mesh: CaptureMesh, calls: readonly Call[]): Promise<{ sent: number; due: number }> {
  const ledgers = await readLedgers(mesh);
  let [sent, due] = [0, 0];
  for (const call of calls) {
    const recorded = ledgers.get(call.traceId) ?? NOTHING;
    sent += (await readSpans(mesh, call.traceId)).length;
    due += isWanted(call, recorded) || recorded.isSampled ? recorded.spans.length : 0;
  }
  return { sent, due };
}

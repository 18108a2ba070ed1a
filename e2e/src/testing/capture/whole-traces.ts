import { setTimeout } from 'node:timers/promises';
import type { CaptureMesh } from './capture-mesh.ts';
import { type Call, isSlow, isWanted } from './order-calls.ts';
import { problemsOf } from './problems-of.ts';
import { readSpans } from './read-arrived.ts';
import { NOTHING, readLedgers } from './read-ledgers.ts';

export interface Outcome {
  /** Orders whose trace has to be there. */
  readonly wanted: number;
  /** What is not as it should be in those, a sentence each. */
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
  const wanted = calls.filter(isWanted);
  let open = wanted.map((call) => ({ call, problems: ['nothing was read yet'] }));
  do {
    await setTimeout(100);
    const ledgers = await readLedgers(mesh, except);
    const read = open.map(async ({ call }) => {
      const { traceId } = call;
      return { call, problems: await problemsOf(mesh, traceId, ledgers.get(traceId) ?? NOTHING, except) };
    });
    open = (await Promise.all(read)).filter(({ problems }) => problems.length > 0);
  } while (open.length > 0 && Date.now() < end);
  const problems = open.flatMap(({ call: { kind, status, traceId }, problems }) =>
    problems.map((problem) => `${kind}, answered ${status}, ${traceId}: ${problem}`),
  );
  return { wanted: wanted.length, problems, ...(await countSpans(mesh, calls)) };
}

async function countSpans(mesh: CaptureMesh, calls: readonly Call[]): Promise<{ sent: number; due: number }> {
  const ledgers = await readLedgers(mesh);
  let [sent, due] = [0, 0];
  for (const call of calls) {
    const { spans, isSampled } = ledgers.get(call.traceId) ?? NOTHING;
    sent += (await readSpans(mesh, call.traceId)).length;
    due += isWanted(call) || isSlow(call) || isSampled ? spans.length : 0;
  }
  return { sent, due };
}

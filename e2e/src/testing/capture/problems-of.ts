import type { CaptureMesh } from './capture-mesh.ts';
import { type ArrivedSpan, readDebugLines, readSpans } from './read-arrived.ts';
import type { Recorded } from './read-ledgers.ts';

/**
 * How what the back ends have of a trace differs from what the processes recorded of it, in sentences.
 * @param except the process whose part does not count
 */
export async function problemsOf(
  mesh: CaptureMesh,
  traceId: string,
  { spans, lines, isSampled }: Recorded,
  except: number | undefined,
): Promise<string[]> {
  if (spans.length === 0) return ['nobody recorded it'];
  const ofOthers = (thing: string) => !thing.startsWith(`${except} `);
  const [all, debugLines] = await Promise.all([readSpans(mesh, traceId), readDebugLines(mesh, traceId)]);
  const arrived = all.map(({ pid, name, kind }) => `${pid} ${name} ${kind}`).filter(ofOthers);
  return [
    ...difference(arrived, spans).map((span) => `the span ${span} is not in the ledger`),
    ...difference(spans, arrived).map((span) => `the span ${span} did not arrive`),
    ...difference(lines, debugLines).map((line) => `the line ${line} did not arrive`),
    ...difference(debugLines.filter(ofOthers), lines).map((line) => `the line ${line} is not in the ledger`),
    ...(isSampled ? [] : all.flatMap(marksOf)),
  ];
}

/** What a span that was kept after the fact has to say, and what not. */
function marksOf({ name, traceState, attributes }: ArrivedSpan): string[] {
  const reason = String(attributes['sampling.reason']);
  return [
    ...(reason.startsWith('promoted:') ? [] : [`${name} was kept for ${reason}`]),
    ...(/\bth:/.test(traceState) ? [`${name} has ${traceState}`] : []),
    ...(attributes['sampling.partial'] === undefined ? [] : [`${name} is of a trace in part`]),
  ];
}

/** What is in the first list more often than in the second. */
function difference(some: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return some.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

import { printable } from '../terminal/printable.ts';
import { goneBefore } from './gone-before.ts';
import { buildSpanTree, type SpanTree } from './span-tree.ts';
import { maxLines } from './stores/line-store.ts';
import type { Trace } from './trace.ts';

/** What a reader of the trace should know before trusting it, as sentences. */
export function notesOn(trace: Trace, tree: SpanTree = buildSpanTree(trace.spans)): readonly string[] {
  const orphans = tree.orphans.size;
  const early = trace.spans.filter((span) => {
    const parent = tree.parents.get(span.spanId);
    return parent && span.startNs < parent.startNs;
  }).length;
  return [
    ...partNotes(trace),
    orphans > 0 &&
      `${count(orphans, 'span has', 'spans have')} a parent that is not in the store (not traced here, lost, or still on its way).`,
    early > 0 && `${count(early, 'span starts', 'spans start')} before the parent: the clocks differ.`,
    trace.unreadable > 0 &&
      `${count(trace.unreadable, 'entry', 'entries')} of the stores could not be read as spans or lines.`,
    trace.lines.length >= maxLines && `Only the first ${maxLines} log lines were read.`,
    trace.spans.length === 0 && trace.lines.length > 0 && trace.failures.length === 0 && whyNoSpan(trace),
  ].filter((note) => note !== false);
}

function partNotes({ spans }: Trace): string[] {
  return [...goneBefore(spans)].map(
    ([service, gone]) =>
      `${printable(service)} had let go of ${count(gone, 'span or line', 'spans and lines')} of this trace before it was kept (sampling.partial).`,
  );
}

function whyNoSpan({ lines }: Trace): string {
  return lines.some(({ isUnsampled }) => isUnsampled)
    ? 'This trace was not kept, as its lines say. Which are: npx mesh sampling show.'
    : 'The store has no span of this trace: it was not sampled, is still on its way, or was dropped since.';
}

/** E.g. `1 span has`, `2 spans have`. */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

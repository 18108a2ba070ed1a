import type { Span } from './span.ts';
import type { SpanTree } from './span-tree.ts';

/**
 * The ids of at most `limit` spans that tell most of a large trace: failed spans with all that leads to them, for
 * at most half of the room, then level by level from the top. The ancestors of a chosen span are chosen too.
 */
export function chooseSpans(tree: SpanTree, limit: number): ReadonlySet<string> {
  const chosen = new Set<string>();
  const levels = [...byLevel(tree)];
  for (const span of levels.filter(({ failed }) => failed)) {
    const path = unchosenPath(tree, chosen, span);
    if (chosen.size + path.length <= limit / 2) for (const id of path) chosen.add(id);
  }
  for (const { spanId } of levels) {
    if (chosen.size >= limit) break;
    chosen.add(spanId);
  }
  return chosen;
}

function* byLevel(tree: SpanTree): Generator<Span> {
  const queue = [...tree.roots];
  for (const span of queue) {
    yield span;
    for (const child of tree.children.get(span.spanId) ?? []) queue.push(child);
  }
}

function unchosenPath({ parents }: SpanTree, chosen: ReadonlySet<string>, from: Span): string[] {
  const path: string[] = [];
  for (let span: Span | undefined = from; span && !chosen.has(span.spanId); span = parents.get(span.spanId)) {
    path.push(span.spanId);
  }
  return path;
}

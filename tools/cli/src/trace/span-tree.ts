import type { Span } from './span.ts';

/** Spans of one trace by parent. Every span is in it exactly once, whatever the parent ids say. */
export interface SpanTree {
  /** Spans to begin with, by start time: those without a parent, and those whose parent cannot be used. */
  readonly roots: readonly Span[];
  /** By span id, each list by start time. */
  readonly children: ReadonlyMap<string, readonly Span[]>;
  /** Of a span that is not a root. */
  readonly parents: ReadonlyMap<string, Span>;
  /** Ids of roots that name a parent which is not there. */
  readonly orphans: ReadonlySet<string>;
}

/** Builds the tree. Where parent ids go round in a circle, the circle is cut and one of its spans becomes a root. */
export function buildSpanTree(spans: readonly Span[]): SpanTree {
  const ordered = spans.toSorted((a, b) => Number(a.startNs - b.startNs) || a.spanId.localeCompare(b.spanId));
  const parents = findParents(ordered);
  const inner = ordered.filter((span) => parents.has(span.spanId));
  const children = Map.groupBy(inner, (span) => parents.get(span.spanId)?.spanId ?? '');
  const roots = ordered.filter((span) => !parents.has(span.spanId));
  const ids = new Set(spans.map((span) => span.spanId));
  const orphans = roots.filter((root) => root.parentId !== null && !ids.has(root.parentId));
  return { roots, children, parents, orphans: new Set(orphans.map((span) => span.spanId)) };
}

function findParents(ordered: readonly Span[]): Map<string, Span> {
  const byId = new Map(ordered.map((span) => [span.spanId, span]));
  const parents = new Map<string, Span>();
  const reachesRoot = new Set<string>();
  for (const start of ordered) {
    const path = new Set<string>();
    for (let span = start; !reachesRoot.has(span.spanId); ) {
      path.add(span.spanId);
      const parent = byId.get(span.parentId ?? '');
      if (!parent || path.has(parent.spanId)) break;
      parents.set(span.spanId, parent);
      span = parent;
    }
    for (const id of path) reachesRoot.add(id);
  }
  return parents;
}

/** All spans of the tree, each directly before its children. */
export function* depthFirst(tree: SpanTree): Generator<Span> {
  const stack = tree.roots.toReversed();
  for (let span = stack.pop(); span; span = stack.pop()) {
    yield span;
    for (const child of (tree.children.get(span.spanId) ?? []).toReversed()) stack.push(child);
  }
}

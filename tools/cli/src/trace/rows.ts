import type { LogLine } from './log-line.ts';
import { isProblemOrigin } from './problem-origin.ts';
import type { Span } from './span.ts';
import type { SpanTree } from './span-tree.ts';

/** One row of the waterfall. `guide` are the lines of the tree to the left of its text. */
export type Row =
  | { readonly kind: 'span'; readonly guide: string; readonly span: Span }
  | { readonly kind: 'problem'; readonly guide: string; readonly text: string }
  | { readonly kind: 'line'; readonly guide: string; readonly line: LogLine }
  | { readonly kind: 'more'; readonly guide: string; readonly count: number };

interface Shown {
  readonly tree: SpanTree;
  /** Ids of the spans to show; the ancestors of one are among them. */
  readonly chosen: ReadonlySet<string>;
  readonly linesOf: ReadonlyMap<string | null, readonly LogLine[]>;
}

/** Lays the tree out as rows: under each span what went wrong in it, its log lines by time, then its children. */
export function waterfallRows(tree: SpanTree, chosen: ReadonlySet<string>, lines: readonly LogLine[]): Row[] {
  const shown = { tree, chosen, linesOf: Map.groupBy(lines, (line) => line.spanId) };
  const { spans, leftOut } = split(shown, tree.roots);
  const rows = spans.flatMap((span): Row[] => [{ kind: 'span', guide: '', span }, ...below(shown, span, '')]);
  return leftOut > 0 ? [...rows, { kind: 'more', guide: '', count: leftOut }] : rows;
}

function split({ chosen }: Shown, all: readonly Span[]) {
  const spans = all.filter((span) => chosen.has(span.spanId));
  return { spans, leftOut: all.length - spans.length };
}

function* siblings(shown: Shown, all: readonly Span[], guide: string): Generator<Row> {
  const { spans, leftOut } = split(shown, all);
  for (const [index, span] of spans.entries()) {
    const isLast = index === spans.length - 1 && leftOut === 0;
    yield { kind: 'span', guide: guide + (isLast ? '└ ' : '├ '), span };
    yield* below(shown, span, guide + (isLast ? '  ' : '│ '));
  }
  if (leftOut > 0) yield { kind: 'more', guide: `${guide}└ `, count: leftOut };
}

function* below(shown: Shown, span: Span, guide: string): Generator<Row> {
  const children = shown.tree.children.get(span.spanId) ?? [];
  const inner = guide + (children.length > 0 ? '│ ' : '  ');
  if (isProblemOrigin(span, shown.tree)) yield { kind: 'problem', guide: inner, text: span.problem };
  for (const line of shown.linesOf.get(span.spanId) ?? []) yield { kind: 'line', guide: inner, line };
  yield* siblings(shown, children, guide);
}

import type { LogLine } from './log-line.ts';
import { isProblemOrigin } from './problem-origin.ts';
import type { Span, SpanLink } from './span.ts';
import type { SpanTree } from './span-tree.ts';

/** One row of the waterfall. `guide` are the lines of the tree to the left of its text. */
export type Row =
  | { readonly kind: 'span'; readonly guide: string; readonly span: Span }
  | { readonly kind: 'problem'; readonly guide: string; readonly text: string }
  | { readonly kind: 'link'; readonly guide: string; readonly link: SpanLink }
  | { readonly kind: 'line'; readonly guide: string; readonly line: LogLine }
  | { readonly kind: 'more'; readonly guide: string; readonly count: number };

/** Background work can be linked to as many requests as it finishes; more than these nobody reads. */
const maxLinks = 5;

interface Shown {
  readonly tree: SpanTree;
  /** Ids of the spans to show; the ancestors of one are among them. */
  readonly chosen: ReadonlySet<string>;
  readonly linesOf: ReadonlyMap<string | null, readonly LogLine[]>;
}

/** Lays the tree out as rows: under each span what led to it and what went wrong in it, its lines by time, its children. */
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
  yield* linkRows(span.links, inner);
  if (isProblemOrigin(span, shown.tree)) yield { kind: 'problem', guide: inner, text: span.problem };
  for (const line of shown.linesOf.get(span.spanId) ?? []) yield { kind: 'line', guide: inner, line };
  yield* siblings(shown, children, guide);
}

function* linkRows(links: readonly SpanLink[], guide: string): Generator<Row> {
  for (const link of links.slice(0, maxLinks)) yield { kind: 'link', guide, link };
  if (links.length > maxLinks) yield { kind: 'more', guide, count: links.length - maxLinks };
}

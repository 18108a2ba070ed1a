import { isCall } from './is-call.ts';
import type { LogLine } from './log-line.ts';
import type { Span } from './span.ts';

/**
 * False where something that is there tells of something that is not there yet: a span whose parent is missing, a
 * call without the span of its server, a server span without a log line (each server call writes one when it
 * ends), a line whose span is missing.
 */
export function looksWhole({ spans, lines }: { spans: readonly Span[]; lines: readonly LogLine[] }): boolean {
  const ids = new Set(spans.map((span) => span.spanId));
  const parents = new Set(spans.map((span) => span.parentId));
  const spansWithLine = new Set(lines.map((line) => line.spanId));
  return (
    spans.every(({ parentId }) => parentId === null || ids.has(parentId)) &&
    spans.every((span) => !isCall(span) || parents.has(span.spanId)) &&
    spans.every((span) => span.kind !== 'SERVER' || spansWithLine.has(span.spanId)) &&
    lines.every(({ spanId }) => spanId === null || ids.has(spanId))
  );
}

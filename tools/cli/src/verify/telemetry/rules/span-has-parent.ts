import { isAtEdge } from './edge.ts';
import { nameSpan } from './name-span.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

export const spanHasParent: TelemetryRule = {
  name: 'span-has-parent',
  sentence: 'The parent that a span names is there, unless it is the caller of the edge.',
  counts: 'orphans',
  of: 'spans',
  find({ spans }) {
    const ids = new Set(spans.map(({ spanId }) => spanId));
    return spans
      .filter((span) => span.parentId !== null && !ids.has(span.parentId) && !isAtEdge(span))
      .map((span) => `${nameSpan(span)} names the parent ${span.parentId}, which is not there`);
  },
};

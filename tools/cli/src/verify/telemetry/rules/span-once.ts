import { nameSpan } from './name-span.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

export const spanOnce: TelemetryRule = {
  name: 'span-once',
  sentence: 'The store gives each span once.',
  counts: 'duplicates',
  of: 'spans',
  find({ spans, repeatedSpans }) {
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    return repeatedSpans.map((id) => {
      const span = byId.get(id);
      return `${span ? nameSpan(span) : id} was read once more`;
    });
  },
};

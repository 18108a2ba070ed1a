import { rootsOf } from './roots-of.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

export const traceHasRoot: TelemetryRule = {
  name: 'trace-has-root',
  sentence: 'A trace begins with a span that has no parent, or with a span of the edge.',
  counts: 'missing',
  of: 'spans',
  find({ spans }) {
    return spans.length > 0 && rootsOf(spans).length === 0 ? ['the span that it begins with'] : [];
  },
};

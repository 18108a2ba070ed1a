import { completionsOf } from './completions-of.ts';
import { nameSpan } from './name-span.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

export const serverHasLine: TelemetryRule = {
  name: 'server-has-line',
  sentence: 'The span of a server has its completion line.',
  counts: 'missing',
  of: 'lines',
  find({ spans, lines }) {
    const completions = completionsOf(lines);
    return spans
      .filter(({ kind, spanId }) => kind === 'SERVER' && !completions.has(spanId))
      .map((span) => `the completion line of ${nameSpan(span)}`);
  },
};

import { isPromoted } from '../../../trace/is-promoted.ts';
import { nameLine } from './name-line.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

export const lineHasSpan: TelemetryRule = {
  name: 'line-has-span',
  sentence: 'The span that wrote a line is in its trace, if that was kept.',
  counts: 'orphans',
  of: 'lines',
  find({ spans, lines }) {
    const ids = new Set<string | null>(spans.map(({ spanId }) => spanId));
    const wasPromoted = spans.some(isPromoted);
    return lines
      .filter(({ spanId, isUnsampled }) => (wasPromoted || !isUnsampled) && !ids.has(spanId))
      .map((line) => `${nameLine(line)}, which is not there`);
  },
};

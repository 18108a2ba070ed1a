import { nameLine } from './name-line.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

export const lineOnce: TelemetryRule = {
  name: 'line-once',
  sentence: 'The store gives each line once.',
  counts: 'duplicates',
  of: 'lines',
  find: ({ repeatedLines }) => repeatedLines.map((line) => `${nameLine(line)} was read once more`),
};

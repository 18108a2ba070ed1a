import { completionsOf } from './completions-of.ts';
import { nameLine } from './name-line.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

export const completesOnce: TelemetryRule = {
  name: 'completes-once',
  sentence: 'The span of a server has one completion line, not more.',
  counts: 'duplicates',
  of: 'lines',
  find({ lines }) {
    const more = [...completionsOf(lines).values()].flatMap(([, ...others]) => others);
    return more.map((line) => `${nameLine(line)} is a second completion line`);
  },
};

import { nameSpan } from './name-span.ts';
import { rootsOf } from './roots-of.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

export const oneRoot: TelemetryRule = {
  name: 'one-root',
  sentence: 'A trace begins once; a caller with a trace of its own may ask more than once in it.',
  counts: 'orphans',
  of: 'spans',
  find({ spans }) {
    const [first, ...more] = rootsOf(spans).toSorted((a, b) => Number(a.startNs - b.startNs));
    const another = more.filter(({ parentId }) => parentId === null || first?.parentId === null);
    return another.map((span) => `${nameSpan(span)} is a second beginning`);
  },
};

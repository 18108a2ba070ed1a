import { nameSpan } from './name-span.ts';
import type { TelemetryRule } from './telemetry-rule.ts';
import { unansweredCalls } from './unanswered-calls.ts';

export const callHasServer: TelemetryRule = {
  name: 'call-has-server',
  sentence: 'A call that a service answered has the span of that service.',
  counts: 'missing',
  of: 'spans',
  find: ({ spans }) => unansweredCalls(spans).map((span) => `the server's span of ${nameSpan(span)}`),
};

import type { Span } from '../../../trace/span.ts';
import { isOfMethod } from './is-of-method.ts';
import { serverSpansOf } from './server-spans-of.ts';
import { unansweredCalls } from './unanswered-calls.ts';

/**
 * A sentence for each server's span of `method` that is less than `expected`. Those whose call is there are left out:
 * `call-has-server` counts them.
 */
export function missingServers(spans: readonly Span[], method: string, expected: number): readonly string[] {
  const called = unansweredCalls(spans).filter((span) => isOfMethod(span, method));
  const length = expected - serverSpansOf(spans, method).length - called.length;
  return Array.from({ length: Math.max(0, length) }, () => `the server's span of ${method}`);
}

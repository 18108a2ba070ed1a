import type { SpanLimits } from '@opentelemetry/sdk-trace';
import type { Env } from './env-rules.ts';

/**
 * What one span may hold; more is dropped and counted on the span. The defaults are the specification's: 128 of each,
 * values of any length (https://opentelemetry.io/docs/specs/otel/common/#attribute-limits).
 */
export function readSpanLimits(env: Env): Required<SpanLimits> {
  const limit = (fallback: number, ...names: string[]) =>
    Number(names.map((name) => env[name]).find(Boolean) ?? fallback);
  return {
    attributeCountLimit: limit(128, 'OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT', 'OTEL_ATTRIBUTE_COUNT_LIMIT'),
    attributeValueLengthLimit: limit(
      Number.POSITIVE_INFINITY,
      'OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT',
      'OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT',
    ),
    eventCountLimit: limit(128, 'OTEL_SPAN_EVENT_COUNT_LIMIT'),
    linkCountLimit: limit(128, 'OTEL_SPAN_LINK_COUNT_LIMIT'),
    attributePerEventCountLimit: limit(128, 'OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT', 'OTEL_ATTRIBUTE_COUNT_LIMIT'),
    attributePerLinkCountLimit: limit(128, 'OTEL_LINK_ATTRIBUTE_COUNT_LIMIT', 'OTEL_ATTRIBUTE_COUNT_LIMIT'),
  };
}

import type { AttributeLimits } from '../span/span-attributes.ts';
import type { Env } from './env-rules.ts';

/** What one log record may hold: as `readSpanLimits`, from https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#logrecord-limits. */
export function readLogLimits(env: Env): AttributeLimits {
  const limit = (name: string, fallback: number) =>
    Number(env[`OTEL_LOGRECORD_ATTRIBUTE_${name}`] || env[`OTEL_ATTRIBUTE_${name}`] || fallback);
  return {
    attributeCountLimit: limit('COUNT_LIMIT', 128),
    attributeValueLengthLimit: limit('VALUE_LENGTH_LIMIT', Number.POSITIVE_INFINITY),
  };
}

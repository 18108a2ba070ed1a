import type { Attributes, HrTime } from '@opentelemetry/api';
import { cleanSimpleAttributes } from '@opentelemetry/core';
import type { SpanLimits, TimedEvent } from '@opentelemetry/sdk-trace';
import { cleanAttributes } from './clean-attributes.ts';
import { cleanName } from './clean-name.ts';

export function createEvent(
  name: string,
  time: HrTime,
  attributes: Attributes | undefined,
  { attributePerEventCountLimit, attributeValueLengthLimit }: Required<SpanLimits>,
): TimedEvent {
  const limits = { attributeCountLimit: attributePerEventCountLimit, attributeValueLengthLimit };
  return { name: cleanName(name), time, ...cleanAttributes(attributes, limits, cleanSimpleAttributes) };
}

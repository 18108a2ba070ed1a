import type { AnyValue } from '@opentelemetry/api';
import { isPrimitive } from './fixed-attributes.ts';

/** Whether an attribute may be kept as it is: nothing to copy, to cut or to refuse. */
export function isPlain(key: string, value: AnyValue, maxLength: number): value is string | number | boolean {
  return (
    isPrimitive(value) &&
    key !== '' &&
    key !== '__proto__' &&
    (typeof value !== 'string' || value.length <= maxLength)
  );
}

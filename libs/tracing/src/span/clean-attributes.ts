import type { AnyValue, Attributes } from '@opentelemetry/api';
import { cleanAttributes as checkAttributes } from '@opentelemetry/core';
import { attributeName } from '../redaction/attribute-name.ts';
import { redactAttribute } from '../redaction/redact-attribute.ts';

/**
 * Attributes as the SDK takes them, without secrets. They are redacted before they are cut: of half a card number
 * nobody can say what it is.
 *
 * @param check of the SDK: which kinds of values are taken
 */
export function cleanAttributes(
  given: Attributes | undefined,
  limits: { readonly attributeCountLimit: number; readonly attributeValueLengthLimit: number },
  check: typeof checkAttributes = checkAttributes,
): ReturnType<typeof checkAttributes> {
  const { attributeCountLimit, attributeValueLengthLimit } = limits;
  const whole = check(given, { attributeCountLimit, attributeValueLengthLimit: Infinity });
  if (!whole.attributes) return whole;
  const attributes: Attributes = {};
  for (const [key, value] of Object.entries(whole.attributes)) {
    const name = attributeName(key);
    attributes[name.text] = redactAttribute(name, value);
  }
  if (attributeValueLengthLimit === Infinity) return { ...whole, attributes };
  return { ...whole, attributes: check(attributes, limits).attributes ?? {} };
}

const UNLIMITED = { attributeCountLimit: 1, attributeValueLengthLimit: Infinity };

/**
 * A list or a map without secrets. It is checked first: what is in a circle has no end.
 *
 * @returns the value itself where the SDK does not take it, for it to say so
 */
export function cleanValue(key: string, value: AnyValue): AnyValue {
  return cleanAttributes({ [key]: value }, UNLIMITED).attributes?.[attributeName(key).text] ?? value;
}

import type { AnyValue, Attributes } from '@opentelemetry/api';
import { attributeName } from '../redaction/attribute-name.ts';
import { redactAttribute } from '../redaction/redact-attribute.ts';

/** Start attributes that cannot change any more, so that what is known of them holds for every span that has them. */
export interface FixedAttributes {
  readonly values: Attributes;
  readonly keys: readonly string[];
  /** Characters of the longest text. */
  readonly longest: number;
  /** Their form in a span of OTLP; made once, by the first span that is sent. */
  encoded?: Uint8Array;
  /** With others added to them, by what was added. */
  readonly further: Map<Attributes, FixedAttributes | undefined>;
}

/** An operation has few peers and few ends; who has more adds them one by one. */
const MAX_FURTHER = 100;

const known = new WeakMap<Attributes, FixedAttributes | 'unfit'>();

/** @returns undefined for attributes that are not frozen, not of plain values alone, or with something to redact */
export function fixedAttributes(attributes: Attributes): FixedAttributes | undefined {
  const found = known.get(attributes);
  if (found) return found === 'unfit' ? undefined : found;
  if (!Object.isFrozen(attributes)) return undefined;
  const keys = Object.keys(attributes);
  const fit = keys.every(
    (key) => key !== '' && isPrimitive(attributes[key]) && isClean(key, attributes[key]),
  );
  known.set(attributes, fit ? fixedOf(attributes) : 'unfit');
  return fixedAttributes(attributes);
}

/**
 * The two together, made once: what the calls of one operation to one peer have in common is then one reference in each span.
 *
 * @returns undefined for what is not fixed, says something of the first anew, or comes with too many others
 */
export function withFurther(first: FixedAttributes, attributes: Attributes): FixedAttributes | undefined {
  const { further } = first;
  const found = further.get(attributes);
  if (found || further.has(attributes)) return found;
  const second = fixedAttributes(attributes);
  if (!second || further.size >= MAX_FURTHER) return undefined;
  const isNew = !second.keys.some((key) => first.keys.includes(key));
  const both = isNew ? fixedOf(Object.freeze({ ...first.values, ...attributes })) : undefined;
  further.set(attributes, both);
  return both;
}

function fixedOf(values: Attributes): FixedAttributes {
  return { values, keys: Object.keys(values), longest: longestText(values), further: new Map() };
}

function isClean(key: string, value: AnyValue): boolean {
  const name = attributeName(key);
  return name.text === key && redactAttribute(name, value) === value;
}

/** A value of fixed size or a text: nothing that its giver could change later. */
export function isPrimitive(value: AnyValue): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function longestText(attributes: Attributes): number {
  const lengths = Object.values(attributes).map((value) => (typeof value === 'string' ? value.length : 0));
  return Math.max(0, ...lengths);
}

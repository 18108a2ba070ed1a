import type { AnyValue, Attributes } from '@opentelemetry/api';
import { AddAttributeDecision, maybeAddAttribute } from '@opentelemetry/core';
import { attributeName } from '../redaction/attribute-name.ts';
import { redactAttribute } from '../redaction/redact-attribute.ts';
import { cleanAttributes, cleanValue } from './clean-attributes.ts';
import { type FixedAttributes, fixedAttributes, isPrimitive, withFurther } from './fixed-attributes.ts';
import { isPlain } from './is-plain.ts';

export interface AttributeLimits {
  readonly attributeCountLimit: number;
  readonly attributeValueLengthLimit: number;
}

/**
 * The attributes of one span, without what looks like a secret. As long as they are few, plain and not asked for, they are kept in a form that costs
 * less than an object: fixed ones by reference, and others as a list. For everything else (values that have to
 * be copied, cut or refused) there is the object, with the SDK's own rules.
 */
export class SpanAttributes {
  /** Of the start, as they were given. */
  fixed: FixedAttributes | undefined;
  /** Key, value, key, value … of the others. */
  list: (string | number | boolean)[] = [];
  /** All of them; then `fixed` and `list` are empty. */
  object: Attributes | undefined;
  /** How many were refused for want of room. */
  dropped = 0;
  readonly #limits: AttributeLimits;

  constructor(given: Attributes | undefined, limits: AttributeLimits) {
    this.#limits = limits;
    // A service may be JavaScript, where anything is given.
    if (typeof given !== 'object' || given === null) return;
    const fixed = fixedAttributes(given);
    if (fixed && this.#hasRoomFor(fixed)) this.fixed = fixed;
    else this.#start(given);
  }

  /** @returns false: they have to be set one by one */
  setFixed(attributes: Attributes): boolean {
    if (!this.fixed || this.list.length > 0) return false;
    const both = withFurther(this.fixed, attributes);
    if (!both || !this.#hasRoomFor(both)) return false;
    this.fixed = both;
    return true;
  }

  set(key: string, value: AnyValue): void {
    const name = attributeName(key);
    const clean = isPrimitive(value) ? redactAttribute(name, value) : cleanValue(key, value);
    const isListed =
      !this.object &&
      isPlain(name.text, clean, this.#limits.attributeValueLengthLimit) &&
      this.#setInList(name.text, clean);
    if (!isListed) this.#setInObject(name.text, clean);
  }

  /** Of the library itself, when the span has ended: there is room for it in any case. */
  add(key: string, value: string | number): void {
    const isThere = this.fixed?.keys.includes(key) || this.list.includes(key);
    // On the wire no key may be there twice.
    if (this.object || isThere) this.toObject()[key] = value;
    else this.list.push(key, value);
  }

  /** What a processor or an exporter reads. A change of it is a change of the span. */
  toObject(): Attributes {
    if (this.object) return this.object;
    const object: Attributes = { ...this.fixed?.values };
    for (let at = 0; at < this.list.length; at += 2) object[this.list[at] as string] = this.list[at + 1];
    this.object = object;
    this.fixed = undefined;
    this.list = [];
    return object;
  }

  #start(given: Attributes): void {
    const keys = Object.keys(given);
    const { attributeCountLimit, attributeValueLengthLimit } = this.#limits;
    if (
      keys.length <= attributeCountLimit &&
      keys.every((key) => isPlain(key, given[key], attributeValueLengthLimit))
    ) {
      for (const key of keys) this.set(key, given[key]);
      return;
    }
    const cleaned = cleanAttributes(given, this.#limits);
    this.object = cleaned.attributes ?? {};
    this.dropped = cleaned.droppedAttributesCount ?? 0;
  }

  /** @returns whether it could be done: not over a fixed one, nor over the limit */
  #setInList(key: string, value: string | number | boolean): boolean {
    for (let at = 0; at < this.list.length; at += 2) {
      if (this.list[at] !== key) continue;
      this.list[at + 1] = value;
      return true;
    }
    if (this.fixed?.keys.includes(key) || this.#isFull()) return false;
    this.list.push(key, value);
    return true;
  }

  #setInObject(key: string, value: AnyValue): void {
    const attributes = this.toObject();
    const currentAttributesCount = Object.keys(attributes).length;
    const limits = this.#limits;
    const decision = maybeAddAttribute({ key, value, attributes, limits, currentAttributesCount });
    if (decision === AddAttributeDecision.DROP_LIMIT_REACHED) this.dropped++;
  }

  #hasRoomFor({ keys, longest }: FixedAttributes): boolean {
    const { attributeCountLimit, attributeValueLengthLimit } = this.#limits;
    return keys.length <= attributeCountLimit && longest <= attributeValueLengthLimit;
  }

  #isFull(): boolean {
    return (this.fixed?.keys.length ?? 0) + this.list.length / 2 >= this.#limits.attributeCountLimit;
  }
}

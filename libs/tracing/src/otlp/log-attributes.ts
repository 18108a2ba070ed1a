import type { AnyValue } from '@opentelemetry/api';
import type { AttributeLimits } from '../span/span-attributes.ts';
import { ProtoWriter } from './proto-writer.ts';
import { writeAttribute } from './write-any-value.ts';

/** The field of a LogRecord that its attributes are in. */
const ATTRIBUTES = 6;

/** A larger one is let go with its record. */
const MAX_KEPT_BYTES = 64 * 1024;

/** The attributes of one log record: encoded when they are given, so that nothing is kept of them but bytes. */
export class LogAttributes {
  /** How many were refused for want of room. */
  dropped = 0;
  readonly #limits: AttributeLimits;
  readonly #names: string[] = [];
  #writer = new ProtoWriter();

  constructor(limits: AttributeLimits) {
    this.#limits = limits;
  }

  /** Of two with one name the first counts: names are unique in a record. */
  add(name: string, value: AnyValue): void {
    if (this.#names.includes(name)) return;
    if (this.#names.length >= this.#limits.attributeCountLimit) this.dropped++;
    else {
      this.#names.push(name);
      writeAttribute(this.#writer, ATTRIBUTES, name, this.#cut(value));
    }
  }

  /** KeyValues with their tags. */
  encoded(): Uint8Array {
    return this.#writer.written();
  }

  clear(): void {
    this.dropped = 0;
    this.#names.length = 0;
    if (this.#writer.bytes.length > MAX_KEPT_BYTES) this.#writer = new ProtoWriter();
    this.#writer.size = 0;
  }

  #cut(value: AnyValue): AnyValue {
    const limit = this.#limits.attributeValueLengthLimit;
    return typeof value === 'string' && value.length > limit ? value.slice(0, limit) : value;
  }
}

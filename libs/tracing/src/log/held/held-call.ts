import type { HrTime, SpanContext } from '@opentelemetry/api';
import type { Parked } from '../../capture/parked.ts';
import { now } from '../../clock.ts';
import type { Call } from '../call.ts';
import { logCall } from '../log-call.ts';
import { writeLine } from '../stdout/write-line.ts';
import { type FieldList, listFields, toFields } from './field-list.ts';

const NONE: readonly never[] = [];

/**
 * A copy of a call, whose line is made when it is wanted; most never are. As few objects as can be: the garbage collector moves
 * each that stays, and that takes longer than to make it.
 */
export class HeldCall implements Parked {
  readonly message: string;
  readonly fields: FieldList | undefined;
  readonly shared: readonly FieldList[];
  readonly #level: string;
  readonly #isInfo: boolean;
  readonly #seconds: number;
  readonly #nanos: number;
  readonly #traceId: string;
  readonly #spanId: string;
  readonly #traceFlags: number;

  /**
   * @param call with a text as its message, and nothing but fields beside it
   * @throws what a getter of the fields throws
   */
  constructor(call: Call, [seconds, nanos]: HrTime, { traceId, spanId, traceFlags }: SpanContext) {
    this.message = call.message as string;
    this.fields = call.fields && listFields(call.fields);
    this.shared = call.shared.length > 0 ? call.shared.map(listFields) : NONE;
    this.#level = call.level;
    this.#isInfo = call.isInfo;
    this.#seconds = seconds;
    this.#nanos = nanos;
    this.#traceId = traceId;
    this.#spanId = spanId;
    this.#traceFlags = traceFlags;
  }

  release(reason: string): void {
    const { message } = this;
    const fields = toFields(this.fields ?? NONE);
    fields['sampling.reason'] = reason;
    const shared = this.shared.map(toFields);
    const level = this.#level;
    const call = { level, message, error: undefined, fields, isInfo: this.#isInfo, shared, args: NONE };
    const ids = { traceId: this.#traceId, spanId: this.#spanId, traceFlags: this.#traceFlags };
    writeLine(logCall(call, [this.#seconds, this.#nanos], ids, now()).json, false);
  }
}

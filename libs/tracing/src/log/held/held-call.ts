import type { HrTime, SpanContext } from '@opentelemetry/api';
import type { Parked } from '../../capture/parked.ts';
import { now } from '../../clock.ts';
import type { Call } from '../call.ts';
import { logCall } from '../log-call.ts';
import { writeLine } from '../stdout/write-line.ts';

/** A call whose line is made when it is wanted; most never are. */
export class HeldCall implements Parked {
  readonly #call: Call;
  readonly #time: HrTime;
  readonly #ids: SpanContext;

  /** @param call with objects of its own */
  constructor(call: Call, time: HrTime, ids: SpanContext) {
    this.#call = call;
    this.#time = time;
    this.#ids = ids;
  }

  release(reason: string): void {
    const fields = { ...this.#call.fields, 'sampling.reason': reason };
    writeLine(logCall({ ...this.#call, fields }, this.#time, this.#ids, now()).json, false);
  }
}

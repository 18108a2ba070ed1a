import type { HrTime, SpanContext } from '@opentelemetry/api';
import type { Parked } from '../../capture/parked.ts';
import { now } from '../../clock.ts';
import { ownText } from '../../own-text.ts';
import { sizeOfText } from '../../span/size-of-value.ts';
import type { Call } from '../call.ts';
import type { FlatFields } from '../flat-fields.ts';
import { logMadeLine } from '../log-made-line.ts';
import { type Line, makeLine } from '../make-line.ts';
import { writeLine } from '../stdout/write-line.ts';

/** The objects, the time, the ids of the span, and what joins the parts of a text. */
const LINE_BYTES = 1400;
const FIELD_BYTES = 80;

/** The end of a line that says that something in it was cut. */
const CUT = ',"truncated":true}';

type Field = [name: string, value: string | number | boolean];

/** A line that was made at its call, as only then all of it could be read. */
export class HeldLine implements Parked {
  /** Of memory that it takes, rather too many than too few. */
  readonly bytes: number;
  readonly #line: Line;
  readonly #level: string;
  readonly #time: HrTime;
  readonly #fields: Field[] = [];

  constructor(call: Call, time: HrTime, { traceId, spanId, traceFlags }: SpanContext) {
    // Without its state, which nobody counts.
    const ids = { traceId, spanId, traceFlags };
    this.#level = call.level;
    this.#time = time;
    const line = makeLine(call, time, ids, { add: (name, value) => void this.#fields.push([name, value]) });
    this.#line = line.json.endsWith(CUT) ? this.#own(line) : line;
    this.bytes = this.#fields.reduce((sum, field) => sum + sizeOfField(field), sizeOfLine(this.#line));
  }

  release(reason: string): void {
    const { json } = this.#line;
    writeLine(`${json.slice(0, -1)},"sampling.reason":"${reason}"}`, false);
    logMadeLine(this.#line, this.#level, this.#time, now(), (fields) => this.#putFields(fields, reason));
  }

  /** What was cut from a longer text would hold all of that. */
  #own(line: Line): Line {
    for (const field of this.#fields) if (typeof field[1] === 'string') field[1] = ownText(field[1]);
    return { ...line, message: ownText(line.message) };
  }

  #putFields(fields: FlatFields, reason: string): void {
    fields.add('sampling.reason', reason);
    for (const [name, value] of this.#fields) fields.add(name, value);
  }
}

function sizeOfLine({ json, message }: Line): number {
  return LINE_BYTES + sizeOfText(json) + sizeOfText(message);
}

function sizeOfField([name, value]: Field): number {
  return FIELD_BYTES + sizeOfText(name) + (typeof value === 'string' ? sizeOfText(value) : 0);
}

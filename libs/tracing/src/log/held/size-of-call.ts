import { sizeOfText } from '../../span/size-of-value.ts';
import type { HeldCall } from './held-call.ts';

/** The object, its list of shared fields, the id of the span, and what joins the parts of a text. */
const CALL_BYTES = 250;
const FIELDS_BYTES = 56;
/** Of a field with its name, whose shape may be that of no other call. */
const FIELD_BYTES = 24;
const NUMBER_BYTES = 16;

/** Bytes of memory that a call takes, rather too many than too few; NaN where a field holds what a copy does not keep as it is. */
export function sizeOfCall({ message, fields, shared }: HeldCall): number {
  let bytes = CALL_BYTES + sizeOfText(message);
  if (fields) bytes += sizeOfFields(fields);
  for (let at = 0; at < shared.length; at++) bytes += sizeOfFields(shared[at] as object);
  return bytes;
}

function sizeOfFields(fields: object): number {
  let bytes = FIELDS_BYTES;
  for (const name in fields) {
    const value: unknown = fields[name as never];
    bytes += FIELD_BYTES + name.length;
    if (typeof value === 'string') bytes += sizeOfText(value);
    else if (typeof value === 'number') bytes += NUMBER_BYTES;
    else if (typeof value !== 'boolean' && value != null) return Number.NaN;
  }
  return bytes;
}

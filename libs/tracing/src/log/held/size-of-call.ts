import { sizeOfText } from '../../span/size-of-value.ts';
import type { FieldList } from './field-list.ts';
import type { HeldCall } from './held-call.ts';

/** The object, its list of shared fields, the id of the span, and what joins the parts of a text. */
const CALL_BYTES = 260;
const LIST_BYTES = 56;
/** Two places, and the name, which may be that of no other call. */
const FIELD_BYTES = 40;
const NUMBER_BYTES = 16;

/** Bytes of memory that a call takes, rather too many than too few; NaN where a field holds what may change. */
export function sizeOfCall({ message, fields, shared }: HeldCall): number {
  let bytes = CALL_BYTES + sizeOfText(message);
  if (fields) bytes += sizeOfFields(fields);
  for (let at = 0; at < shared.length; at++) bytes += sizeOfFields(shared[at] as FieldList);
  return bytes;
}

function sizeOfFields(list: FieldList): number {
  let bytes = LIST_BYTES;
  for (let at = 0; at < list.length; at += 2) {
    const value = list[at + 1];
    bytes += FIELD_BYTES + (list[at] as string).length;
    if (typeof value === 'string') bytes += sizeOfText(value);
    else if (typeof value === 'number') bytes += NUMBER_BYTES;
    else if (typeof value !== 'boolean' && value != null) return Number.NaN;
  }
  return bytes;
}

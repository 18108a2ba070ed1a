import { isTrigger } from '../trigger.ts';
import type { Promotion } from './promotion.ts';
import { type FieldValue, readFields } from './read-fields.ts';
import { FRAME_HEAD_BYTES } from './tell-method.ts';

/** As in the trailers, where it has two digits. */
const MAX_LEVEL = 99;

/**
 * @param body the whole one of a call
 * @returns undefined: it is not one message, or that cannot be read. A promotion that means nothing here is left out, as one with
 * a trigger of a later version.
 */
export function readTell(body: Buffer): readonly Promotion[] | undefined {
  const isOne = body.length >= FRAME_HEAD_BYTES && body[0] === 0;
  if (!isOne || body.readUInt32BE(1) !== body.length - FRAME_HEAD_BYTES) return undefined;
  const promotions: Promotion[] = [];
  let isRead = true;
  const take = (field: number, value: FieldValue) => {
    if (field === 1 && isRead) isRead = readPromotion(value, promotions);
  };
  return readFields(body.subarray(FRAME_HEAD_BYTES), take) && isRead ? promotions : undefined;
}

/** @returns false: it is none */
function readPromotion(message: FieldValue, into: Promotion[]): boolean {
  if (!Buffer.isBuffer(message)) return false;
  const fields: FieldValue[] = [];
  const isRead = readFields(message, (field, value) => {
    if (field <= 3) fields[field] = value;
  });
  const [, id, trigger, level = 0] = fields;
  const name = Buffer.isBuffer(trigger) ? trigger.toString('latin1') : '';
  if (Buffer.isBuffer(id) && id.length === 16 && isTrigger(name) && typeof level === 'number')
    into.push({ traceId: id.toString('hex'), trigger: name, level: Math.min(level, MAX_LEVEL) });
  return isRead;
}

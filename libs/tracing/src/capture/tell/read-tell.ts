import { type FieldValue, readFields } from '../../otlp/read-fields.ts';
import { isVerdict } from '../trigger.ts';
import { frameContent } from './frame-content.ts';
import type { ToldVerdict } from './told-verdict.ts';

/** As in the trailers, where it has two digits. */
const MAX_LEVEL = 99;

/**
 * @param body the whole one of a call
 * @returns undefined: it is not one message, or that cannot be read. A verdict that means nothing here is left out, as one with
 * a trigger of a later version.
 */
export function readTell(body: Buffer): readonly ToldVerdict[] | undefined {
  const message = frameContent(body);
  if (!message) return undefined;
  const verdicts: ToldVerdict[] = [];
  let isRead = true;
  const take = (field: number, value: FieldValue) => {
    if (field === 1 && isRead) isRead = readVerdict(value, verdicts);
  };
  return readFields(message, take) && isRead ? verdicts : undefined;
}

/** @returns false: it is none */
function readVerdict(message: FieldValue, into: ToldVerdict[]): boolean {
  if (!Buffer.isBuffer(message)) return false;
  const fields: FieldValue[] = [];
  const isRead = readFields(message, (field, value) => {
    if (field <= 3) fields[field] = value;
  });
  const [, id, text, level = 0] = fields;
  const verdict = Buffer.isBuffer(text) ? text.toString('latin1') : '';
  if (Buffer.isBuffer(id) && id.length === 16 && isVerdict(verdict) && typeof level === 'number')
    into.push({ traceId: id.toString('hex'), verdict, level: Math.min(level, MAX_LEVEL) });
  return isRead;
}

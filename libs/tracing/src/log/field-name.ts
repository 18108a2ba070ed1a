import { isSecretName } from '../redaction/is-secret-name.ts';
import { redactText } from '../redaction/redact-text.ts';
import { remember } from '../remember.ts';
import { quote } from './json-text.ts';

/** What a line makes of the name of a field. */
export interface FieldName {
  /** As it is written. */
  readonly text: string;
  /** `"name":` */
  readonly json: string;
  readonly bytes: number;
  /** Its value is redacted, whatever it is. */
  readonly isSecret: boolean;
  /** A line has a field of this name itself, or takes its value for something else. */
  readonly isOfLine: boolean;
}

const OF_LINE = [
  'timestamp',
  'level',
  'message',
  'service.name',
  'trace_id',
  'span_id',
  'trace_flags',
  'error',
  'args',
  'truncated',
];

/** Services have some hundred names; where they are made of data, there is no end of them. */
const MAX_KEPT = 2_000;
const MAX_KEPT_LENGTH = 100;

export const fieldName: (name: string) => FieldName = remember(MAX_KEPT, readName, MAX_KEPT_LENGTH);

function readName(name: string): FieldName {
  const text = redactText(name.toWellFormed());
  const json = `${quote(text)}:`;
  const bytes = Buffer.byteLength(json);
  return { text, json, bytes, isSecret: isSecretName(name), isOfLine: OF_LINE.includes(text) };
}

import type { AnyValue } from '@opentelemetry/api';
import { remember } from '../remember.ts';
import { type AttributeName, attributeName } from './attribute-name.ts';
import { isSecretEntry } from './is-secret-entry.ts';
import { REDACTED, redactText } from './redact-text.ts';
import { sanitizeSql } from './sanitize-sql.ts';

/** A program has few statements, unless it puts values into them. */
const MAX_STATEMENTS = 500;

/** What a list holds has no name. */
const ITEM = attributeName('');

const redactStatement = remember(MAX_STATEMENTS, (statement) => redactText(sanitizeSql(statement)));

/**
 * The value of an attribute as it may be seen.
 *
 * @param value checked before: without cycles
 */
export function redactAttribute({ holds }: AttributeName, value: AnyValue): AnyValue {
  if (holds === 'secret') return value == null ? value : REDACTED;
  if (typeof value === 'string') {
    if (holds === 'statement') return redactStatement(value);
    return holds === 'id' ? value : redactText(value);
  }
  return typeof value === 'object' && value !== null ? redactContent(value) : value;
}

function redactContent(content: object): AnyValue {
  if (content instanceof Uint8Array) return content;
  if (Array.isArray(content)) return content.map(redactItem);
  const map: Record<string, AnyValue> = {};
  for (const [key, item] of Object.entries(content)) {
    const name = attributeName(key);
    map[name.text] = redactAttribute(name, item);
  }
  return map;
}

function redactItem(item: AnyValue): AnyValue {
  return isSecretEntry(item) ? [item[0], REDACTED] : redactAttribute(ITEM, item);
}

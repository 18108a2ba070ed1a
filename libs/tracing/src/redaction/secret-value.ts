import { wordsOf } from './words-of.ts';

/** Stands for a value: of a statement, a format or a language; `[REDACTED]` too, and the beginning of an object or a list. */
const NO_VALUE = /^(?:\$\d+|\?|%[a-z]|\*+|x+|true|false|null|undefined|none|nil|[[{]+|\[REDACTED\].*)?$/is;
/** `http://auth:8080`. */
const PORT = /^\d{2,5}(?!\w)/;
/** What is short or a number by nature. */
const CODE = /(?:^| )(?:pin|otp|cvv|cvc|ssn|code|number|no|phone|card|dob|birth|id)(?: |$)/;
const PASSWORD = /(?:^| )(?:pass\w*|pwd|secrets?|cookies?)(?: |$)/;

/**
 * Whether what stands behind a secret name in a text is a value. With quotes around it or with `=` before it, it is.
 * Behind a colon there may be the rest of a sentence ("invalid token: expected …", "authorization: required"), or a
 * port, so that it has to look like a value of its kind.
 */
export function isSecretValue(name: string, separator: string, value: string, quote: string): boolean {
  if (NO_VALUE.test(value)) return false;
  if (quote !== '' || separator.includes('=')) return true;
  const words = wordsOf(name);
  if (CODE.test(words)) return /\d/.test(value);
  if (separator.endsWith(':') && PORT.test(value)) return false;
  if (PASSWORD.test(words)) return true;
  return value.length >= 16 || (value.length >= 8 && /[\dA-Z]/.test(value));
}

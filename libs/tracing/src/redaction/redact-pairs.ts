import { isSecretName } from './is-secret-name.ts';
import { REDACTED } from './redacted.ts';
import { isSecretValue } from './secret-value.ts';
import { valueAt } from './value-at.ts';

/** A word of each name that is secret, the rest of the name, and what separates it from its value. */
const PAIR = new RegExp(
  '(?:pass|pwd|secret|token|auth|cookie|credential|jwt|bearer|otp|cvv|cvc|ssn|pin|phone|msisdn|birth|dob|iban|sess|' +
    'signature|sampling[ _-]?mark|connect\\.sid|(?:credit|debit)?[ _-]?card|account[ _-]?number|tax[ _-]?id|national[ _-]?id|' +
    '(?:verification|recovery|security|mfa|backup)[ _-]?code|(?:first|last|full|given|family|middle|maiden|customer|holder|sur)[ _-]?name|' +
    '(?:api|access|private|signing|encryption|account|master|session|shared|ssh|license|trust)[ _-]?key|e-?mail)' +
    '[\\w.-]{0,40}(\\\\{0,3}["\'`]?\\]?\\s{0,4}(?:=>|[=:])\\s{0,4})',
  'gi',
);

/** Of a name, in front of the word that was found; longer ones are looked at from there. */
const MAX_PREFIX = 40;

/** A file and a line of it: `at auth.ts:12:5`. */
const FILE = /\.[cm]?[jt]sx?$/;

/** The text without the values that stand behind secret names: `password=hunter2`, `{"apiKey": "…"}`, `Cookie: a=b; c=d`. */
export function redactPairs(text: string): string {
  let clean = '';
  let from = 0;
  PAIR.lastIndex = 0;
  for (let found = PAIR.exec(text); found; found = PAIR.exec(text)) {
    const [whole, separator = ''] = found;
    const name = prefixOf(text, found.index, from) + whole.slice(0, whole.length - separator.length);
    if (FILE.test(name) || !isSecretName(name)) continue;
    const value = valueAt(text, PAIR.lastIndex, name);
    if (!value || !isSecretValue(name, separator, text.slice(value.start, value.end), value.quote)) continue;
    clean += text.slice(from, value.start) + REDACTED;
    from = value.end;
    PAIR.lastIndex = from;
  }
  return from === 0 ? text : clean + text.slice(from);
}

function prefixOf(text: string, at: number, from: number): string {
  let start = at;
  const first = Math.max(from, at - MAX_PREFIX);
  while (start > first && /[\w.-]/.test(text[start - 1] as string)) start--;
  return text.slice(start, at);
}

import { fieldsOf, type Rule } from './env-rule.ts';

const MUST = 'a list like key=value,key=value, with % escapes for all that is special';

/** One that the SDK cannot read takes all others with it, and only a line at debug level says so. */
export const attributePairs: Rule = {
  must: `${MUST}, each of 255 characters at most`,
  accepts: (value) => fieldsOf(value).every(isAttribute),
};

/** One that the SDK cannot read is not sent, nor is what a semicolon begins; and Node refuses what is no header. */
export const headerPairs: Rule = {
  must: MUST,
  accepts: (value) => fieldsOf(value).every(isHeader),
  secret: true,
};

function isAttribute(field: string): boolean {
  const parts = field.split('=').map(decoded);
  return (
    parts.length === 2 && parts[0] !== '' && parts.every((part) => part !== undefined && part.length <= 255)
  );
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-5. A value may have `=` in it, as credentials in base64 do. */
function isHeader(field: string): boolean {
  const [name = '', ...rest] = field.split('=');
  const value = rest.join('=');
  return (
    !field.includes(';') &&
    /^[\w!#$%&'*+.^`|~-]+$/.test(decoded(name) ?? '') &&
    /^[\t -~\x80-\xff]+$/.test(decoded(value) ?? '')
  );
}

/** `undefined`: a % in it begins no character. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return undefined;
  }
}

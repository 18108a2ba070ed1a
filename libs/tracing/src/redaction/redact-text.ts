/** What stands in the place of a secret. */
export const REDACTED = '[REDACTED]';

/** Bearer and basic credentials of an `Authorization` header, with the scheme kept. */
const CREDENTIALS = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi;

/** The text without what looks like a secret or like personal data; most texts come back as they are. */
export function redactText(text: string): string {
  return CREDENTIALS.test(text) ? text.replace(CREDENTIALS, `$1 ${REDACTED}`) : text;
}

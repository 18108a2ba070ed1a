/** What stands in the place of a secret. No pattern finds anything in it, so that what is redacted stays as it is. */
export const REDACTED = '[REDACTED]';

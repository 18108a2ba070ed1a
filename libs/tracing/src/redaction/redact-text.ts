import { CLUE, cluesOf } from './clues.ts';
import { redactCards } from './redact-cards.ts';
import { redactDatabaseErrors } from './redact-database-errors.ts';
import { redactEmails } from './redact-emails.ts';
import { redactIbans } from './redact-ibans.ts';
import { redactKeys } from './redact-keys.ts';
import { redactPairs } from './redact-pairs.ts';
import { redactPhones } from './redact-phones.ts';
import { redactUserInfo } from './redact-user-info.ts';

export { REDACTED } from './redacted.ts';

/** No address is shorter, and no pair of a name and a value. */
const SHORTEST = 6;
/** Any of these is enough to look closer. */
const DECISIVE = CLUE.at | CLUE.percent | CLUE.plus | CLUE.card | CLUE.iban | CLUE.key;
/** These have to be there together. */
const PAIR = CLUE.pair | CLUE.name;
const DATABASE = CLUE.quoted | CLUE.database;

/**
 * The text without what looks like a secret or like personal data; most texts have nothing of it, and come back as
 * they are. Takes a time that grows with the length only, whatever the text is.
 */
export function redactText(text: string): string {
  if (text.length < SHORTEST) return text;
  const clues = cluesOf(text);
  return clues & DECISIVE || (clues & PAIR) === PAIR || (clues & DATABASE) === DATABASE
    ? redact(text, clues)
    : text;
}

function redact(text: string, clues: number): string {
  let clean = text;
  if (clues & CLUE.database) clean = redactDatabaseErrors(clean);
  if (clues & CLUE.at) clean = redactUserInfo(clean);
  if ((clues & PAIR) === PAIR) clean = redactPairs(clean);
  if (clues & CLUE.key) clean = redactKeys(clean);
  if (clues & (CLUE.at | CLUE.percent)) clean = redactEmails(clean);
  if (clues & CLUE.card) clean = redactCards(clean);
  if (clues & CLUE.iban) clean = redactIbans(clean);
  if (clues & CLUE.plus) clean = redactPhones(clean);
  return clean;
}

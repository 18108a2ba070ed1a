/**
 * What a text has to contain before it can hold a secret of some kind. Most texts are short words, numbers and ids and
 * have none of it, and one pass over their characters says so.
 */
export const CLUE = {
  /** `@`: an address of a person, or a password in a URL. */
  at: 1,
  /** `%`: an `@` can be written with it. */
  percent: 2,
  /** `=` or `:`, between a name and a value. */
  pair: 4,
  /** `+`: an international telephone number. */
  plus: 8,
  /** A quote or a parenthesis: what a database says of a value. */
  quoted: 16,
  /** 15 or 16 digits, or two groups of digits such as those on a payment card. */
  card: 32,
  /** Two capital letters and a digit, as an IBAN begins. */
  iban: 64,
  /** Three characters of a secret name. */
  name: 128,
  /** Three characters that a key or token of a known form has. */
  key: 256,
  /** Three characters of what a database says before a value. */
  database: 512,
} as const;

const DIGIT_BIT = 10;
const CAPITAL_BIT = 11;
const LETTER_BIT = 12;
const DIGIT = 1 << DIGIT_BIT;
const CAPITAL = 1 << CAPITAL_BIT;
const LETTER = 1 << LETTER_BIT;

/** None of them is set where there are too few digits for `isCard`, as in most texts. */
const MANY_DIGITS = ~((1 << 10) - 1);

const KINDS = new Uint16Array(128);
/** By three characters, five bits each: capital and small letters are the same, and digits are some of them, too. */
const PARTS = new Uint16Array(1 << 15);

/** @returns the clues of a text, added up */
export function cluesOf(text: string): number {
  let clues = 0;
  let part = 0;
  // A bit for each of the last characters since a letter: a branch at each digit would cost more than all the rest.
  let digits = 0;
  let capitals = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (KINDS[code] as number) : 0;
    part = ((part << 5) | (code & 31)) & 0x7fff;
    clues |= kind | (PARTS[part] as number);
    digits = ((digits << 1) | ((kind >> DIGIT_BIT) & 1)) & (((kind >> LETTER_BIT) & 1) - 1);
    if (digits & MANY_DIGITS && isCard(digits)) clues |= CLUE.card;
    if ((capitals & 3) === 3 && kind === DIGIT) clues |= CLUE.iban;
    capitals = (capitals << 1) | ((kind >> CAPITAL_BIT) & 1);
  }
  return isCard(digits << 1) ? clues | CLUE.card : clues;
}

/** Groups as on a card (4, 4 and 4; 4 and 6, or with `%20` between); or 15 or 16 digits, and others around them. */
function isCard(digits: number): boolean {
  return (
    (digits & 0b11_1111_1111_1111) === 0b11_1101_1110_1111 ||
    (digits & 0b111_1111_1111) === 0b111_1011_1111 ||
    (digits & 0x1_ffff) === 0xfffe ||
    (digits & 0x3_ffff) === 0x1_fffe
  );
}

function mark(characters: string, kind: number): void {
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind;
}

function markParts(parts: string, clue: number): void {
  for (const part of parts.split('|')) {
    const [one = 0, two = 0, three = 0] = Array.from(part, (character) => character.charCodeAt(0) & 31);
    const index = (one << 10) | (two << 5) | three;
    PARTS[index] = (PARTS[index] as number) | clue;
  }
}

mark('@', CLUE.at);
mark('%', CLUE.percent);
mark('=:', CLUE.pair);
mark('+', CLUE.plus);
mark('("\'', CLUE.quoted);
mark('0123456789', DIGIT);
mark('abcdefghijklmnopqrstuvwxyz', LETTER);
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZ', LETTER | CAPITAL);
markParts(
  'pas|pwd|sec|tok|aut|ook|tia|jwt|rer|otp|cvv|cvc|ssn|pin|pho|msi|irt|dob|iba|ses|sig|.si|car|nt_|nt-|nt |tnu|tax|nal|cod|nam|key|mai|red|g-m',
  CLUE.name,
);
markParts(
  'eyj|egi|aki|asi|ghp|gho|ghu|ghs|ghr|b_p|glp|sk_|rk_|hse|sk-|xox|aiz|npm|sg.|ya2|hf_|p_v|s.s|rer|sic',
  CLUE.key,
);
markParts('ey |ng |ry |lid|rme|of ', CLUE.database);

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

const DIGIT = 1024;
const CAPITAL = 2048;

const KINDS = new Uint16Array(128);
/** By three characters, five bits each: capital and small letters are the same, and digits are some of them, too. */
const PARTS = new Uint16Array(1 << 15);

/** @returns the clues of a text, added up */
export function cluesOf(text: string): number {
  let clues = 0;
  let digits = 0;
  let capitals = 0;
  let part = 0;
  /** Where a group of four digits ended, before the one that is read. */
  let four = -9;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    part = ((part << 5) | (code & 31)) & 0x7fff;
    clues |= PARTS[part] as number;
    const kind = code < 128 ? (KINDS[code] as number) : 0;
    if (kind === DIGIT) {
      digits++;
      if (capitals >= 2) clues |= CLUE.iban;
      capitals = 0;
      continue;
    }
    if (digits > 3) {
      if (isCard(digits, at - digits - four)) clues |= CLUE.card;
      if (digits === 4) four = at;
    }
    digits = 0;
    capitals = kind === CAPITAL ? capitals + 1 : 0;
    clues |= kind;
  }
  return isCard(digits, text.length - digits - four) ? clues | CLUE.card : clues;
}

/** Cards are written in one, or in groups of 4, 4, 4 and 4 or of 4, 6 and 5 digits, with ` `, `-` or `%20` between. */
function isCard(digits: number, sinceFour: number): boolean {
  return digits === 15 || digits === 16 || (sinceFour <= 3 && (digits === 4 || digits === 6));
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
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZ', CAPITAL);
markParts(
  'pas|pwd|sec|tok|aut|ook|tia|jwt|rer|otp|cvv|cvc|ssn|pin|pho|msi|irt|dob|iba|ses|sig|.si|car|nt_|nt-|nt |tnu|tax|nal|cod|nam|key|mai|red',
  CLUE.name,
);
markParts(
  'eyj|egi|aki|asi|ghp|gho|ghu|ghs|ghr|b_p|glp|sk_|rk_|hse|sk-|xox|aiz|npm|sg.|ya2|hf_|p_v|s.s|rer|sic',
  CLUE.key,
);
markParts('ey |ng |ry |lid|rme|of ', CLUE.database);

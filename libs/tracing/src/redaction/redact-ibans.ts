import { REDACTED } from './redacted.ts';

/** How many characters each country's have: https://www.swift.com/standards/data-standards/iban-international-bank-account-number. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    '15NO 16BE 18DKFIFOGLNL 19MKSI 20ATBAEEKZLTLUXK 21CHHRLILV 22BGBHCRDEGBGEIEMERSVA 23AEILIQTL 24ADCZESMDPKROSASESKTNVG ' +
    '25LYPTST 26ISTR 27BIFRGRITMCMRSM 28ALAZBYCYDOGTHULBPLSVNI 29BREGPSQAUA 30JOKWMU 31MTSC 32LC 33RU'
  )
    .split(' ')
    .flatMap((group) =>
      (group.slice(2).match(/../g) ?? []).map((country) => [country, Number(group.slice(0, 2))]),
    ),
);

const START = /(?<!\w)[A-Z]{2}\d{2}/g;

/** The text without the numbers of bank accounts that have the right length and check digits. */
export function redactIbans(text: string): string {
  let clean = '';
  let from = 0;
  START.lastIndex = 0;
  for (let found = START.exec(text); found; found = START.exec(text)) {
    const end = endOf(text, found.index, LENGTHS.get(found[0].slice(0, 2)));
    if (end === undefined) continue;
    clean += text.slice(from, found.index) + REDACTED;
    from = end;
    START.lastIndex = end;
  }
  return from === 0 ? text : clean + text.slice(from);
}

/** @returns where the number ends, if there is one: single blanks in it do not count */
function endOf(text: string, start: number, length: number | undefined): number | undefined {
  if (length === undefined) return undefined;
  let number = '';
  let at = start;
  for (; number.length < length; at++) {
    const character = text[at] ?? '';
    if (/^[A-Z0-9]$/.test(character)) number += character;
    else if (character !== ' ' || text[at - 1] === ' ') return undefined;
  }
  return /^\w/.test(text.slice(at, at + 1)) || !hasCheckDigits(number) ? undefined : at;
}

/** ISO 7064, mod 97-10, with the first four characters at the end and letters as numbers from 10 on. */
function hasCheckDigits(number: string): boolean {
  let rest = 0;
  for (const character of number.slice(4) + number.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

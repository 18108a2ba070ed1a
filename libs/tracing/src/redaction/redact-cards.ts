import { REDACTED } from './redacted.ts';

/**
 * 15 or 16 digits in one, or grouped as on a card. Numbers of 17 to 20 digits in one are the ids of snowflakes, of which a
 * tenth has the right check digit, and 13 and 14 digits are times and the numbers of goods. A number that is a part of
 * something longer (an id with letters and dashes, a decimal) is not a card's.
 */
const CARD =
  /(?<![\w.+-])(?:\d{15,16}|\d{4}([ \u00a0+-]|%20)\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}([ \u00a0-]|%20)\d{6}\2\d{4,5})(?![\w-]|\.\d)/g;

/** How the numbers begin that the networks give out, by length: https://en.wikipedia.org/wiki/Payment_card_number. */
const ISSUED = new RegExp(
  [
    '^(?=(?:\\d{16}|\\d{19})$)(?:4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|6011|62|64[4-9]|65|35(?:2[89]|[3-8])|50(?:18|20|38)|5893|6304|6759|676[1-3])',
    '^3[47]\\d{13}$',
    '^(?=\\d{14}$)3(?:0[0-5]|[689])',
  ].join('|'),
);

export function redactCards(text: string): string {
  return text.replace(CARD, (found) => {
    const digits = found.replaceAll('%20', ' ').replace(/\D/g, '');
    return ISSUED.test(digits) && hasCheckDigit(digits) ? REDACTED : found;
  });
}

/** Luhn's formula: ISO/IEC 7812-1, annex B. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    sum += place % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}

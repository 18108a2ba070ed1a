import { REDACTED } from './redacted.ts';

const PHONE = /(?<![\w.:+-])\+[1-9][\d ().\u00a0-]{9,22}(?!\w)/g;

/** In one, or as groups of digits with a country code of up to three; all groups of three are an amount's. */
const WRITTEN = /^\+(?:\d{11,15}|\d{1,3}(?:[ .\u00a0-]\(?\d{1,8}\)?){2,5})$/;
const AMOUNT = /^\+\d{1,3}(?:[ .\u00a0]\d{3})+$/;

/** The text without telephone numbers in the international form: others cannot be told from other numbers. */
export function redactPhones(text: string): string {
  return text.replace(PHONE, (found) => {
    const end = found.search(/[ (.\u00a0-]{1,23}$/);
    const number = end < 0 ? found : found.slice(0, end);
    const digits = number.replace(/\D/g, '').length;
    const isPhone = digits >= 10 && digits <= 15 && WRITTEN.test(number) && !AMOUNT.test(number);
    return isPhone ? REDACTED + found.slice(number.length) : found;
  });
}

import { REDACTED } from './redacted.ts';

/** RFC 7519 and RFC 7516: a JSON object in base64url, and one to four parts more. */
const JWT = /(?<![\w-])eyJ[\w-]{8,}(?:\.[\w-]*){1,4}/g;

/** The forms that the issuers document, so that scanners can find them. */
const ISSUED = new RegExp(
  `(?<![A-Za-z0-9])(?:${[
    '(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])',
    'gh[pousr]_[A-Za-z0-9]{20,}',
    'github_pat_\\w{20,}',
    'glpat-[\\w-]{16,}',
    '[sr]k_(?:live|test)_[A-Za-z0-9]{10,}',
    'whsec_[A-Za-z0-9+/=]{16,}',
    'sk-(?:[a-z]{2,8}\\d{0,2}-)?(?:[a-z]{2,8}\\d{0,2}-)?[A-Za-z0-9]{20}[\\w-]*',
    'xox[a-z]-[\\w-]{10,}',
    'AIza[\\w-]{35}',
    'npm_[A-Za-z0-9]{30,}',
    'SG\\.[\\w-]{16,}\\.[\\w-]{16,}',
    'ya29\\.[\\w-]{20,}',
    'hf_[A-Za-z0-9]{30,}',
    'dop_v1_[a-f0-9]{40,}',
  ].join('|')})`,
  'g',
);
const SLACK_HOOK = /hooks\.slack\.com\/[\w/]+/g;

/** Also one that was cut off before its end. */
const PRIVATE_KEY =
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,50}-----|$)/g;

/** RFC 6750 and RFC 7617. A word of small letters, as in "basic authentication", is none. */
const SCHEME = /(?<!\w)(bearer|basic)(\s{1,4})(?![a-z.-]{1,19}(?![\w+/=~.-]))[\w.~+/=-]{8,}/gi;

/** The text without keys and tokens that can be known by their form. */
export function redactKeys(text: string): string {
  return text
    .replace(PRIVATE_KEY, REDACTED)
    .replace(SCHEME, `$1$2${REDACTED}`)
    .replace(JWT, REDACTED)
    .replace(SLACK_HOOK, REDACTED)
    .replace(ISSUED, REDACTED);
}

import { remember } from '../remember.ts';
import { extraSecretNames } from './secret-names.ts';
import { wordsOf } from './words-of.ts';

/** Of what gives access. */
const CREDENTIALS =
  'sampling mark|passwords?|passwd|passwort|passphrase|passcode|pwd|secret|secrets|credential|credentials|authorization|cookie|cookies|' +
  'set cookie|jwt|bearer|token|otp|totp|(?:verification|recovery|security|mfa|backup|pin) code|' +
  '(?:api|access|private|signing|encryption|account|master|session|shared|ssh|license|trust) keys?|' +
  '(?:api|access|private|trust)keys?|jsessionid|phpsessid|sessid|connect sid|amz signature|goog signature';

/** What a person is called; `user name` is what one signs in with, and in many lines. */
const NAME_OF_PERSON = '(?:first|last|full|given|family|middle|maiden|customer|card ?holder) name';

/** Of what is about a person, or pays. */
const PERSONAL =
  'e ?mail|emails|email address|phone|telephone|msisdn|mobile number|ssn|social security(?: number)?|' +
  'passport|(?:national|tax) id|birth ?date|birthday|date of birth|dob|firstname|lastname|fullname|surname|' +
  `card ?holder|${NAME_OF_PERSON}|` +
  'iban|cvv|cvc|(?:credit|debit)? ?card ?(?:number|no)|creditcard|(?:credit|debit) card|pan|' +
  'account number';

/** The words that are secret at the end only: `pass` and `pin` mean other things as well. */
const LAST = 'pass|auth|pin';

const SECRET = new RegExp(`(?:^| )(?:(?:${CREDENTIALS}|${PERSONAL})(?: |$)|(?:${LAST})$)`);

/** What is about a secret and is none: `token_count`, `password_changed_at`, `cookie.name`. */
const ABOUT = new RegExp(
  ' (?:count|length|size|type|kind|format|version|status|policy|limit|usage|bucket|index|at|on|expires|expiry|ttl|age|' +
    'verified|changed|sent|enabled|required|valid|invalid|present|missing|name|id|ids|arn|brand|scheme|algorithm|' +
    'hint|prompt|attempts|errors?|provider|method|path|result|purpose|domain|template|model|seconds|ms)$',
);

/** Tokens that let nobody in: of a page, of a parser, of a language model, of a signal to stop. */
const HARMLESS_TOKEN =
  /(?:^| )(?:page|next|previous|continuation|cursor|sync|resume|cancel|cancellation|max|min|stop|start|end|first|last|input|output|unexpected|syntax) token(?: |$)/;

/** Of the words that are harmless at the end, some belong to the secret. */
const ENDS_SECRET = new RegExp(`(?:^| )(?:${NAME_OF_PERSON}|(?:national|tax) id)$`);

const MAX_NAMES = 2000;

/**
 * Whether what goes by this name is redacted whatever it looks like. Names of fields, attributes, headers and baggage:
 * they come from the code in most cases, so that each is looked at once.
 */
export const isSecretName: (name: string) => boolean = remember(MAX_NAMES, (name) => {
  const words = wordsOf(name);
  if (extraSecretNames.has(words)) return true;
  if (!SECRET.test(words) || HARMLESS_TOKEN.test(words)) return false;
  return !ABOUT.test(words) || ENDS_SECRET.test(words);
});

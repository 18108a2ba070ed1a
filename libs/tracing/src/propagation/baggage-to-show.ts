import { type Baggage, type BaggageEntry, diag } from '@opentelemetry/api';
import { isSecretName } from '../redaction/is-secret-name.ts';
import { redactText } from '../redaction/redact-text.ts';
import { isPrimitive } from '../span/fixed-attributes.ts';

/** Baggage never changes, and one goes out with every call of a request. */
const known = new WeakMap<Baggage, Baggage>();

let isTold = false;

/** @returns the baggage without the entries that look like a secret or cannot be written: the same one where there are none */
export function baggageToShow(baggage: Baggage): Baggage {
  const before = known.get(baggage);
  if (before) return before;
  const hidden = baggage.getAllEntries().filter((entry) => !isText(entry) || isSecret(entry));
  const secret = hidden.filter(isText);
  const shown = hidden.length === 0 ? baggage : baggage.removeEntries(...hidden.map(([key]) => key));
  known.set(baggage, shown);
  if (secret.length > 0) tell(secret.map(([key]) => redactText(key)));
  return shown;
}

/** A service may be JavaScript, where a value is anything; half a surrogate pair, too, makes the encoding throw. */
function isText([key, entry]: [string, BaggageEntry]): boolean {
  return key.isWellFormed() && isPrimitive(entry?.value) && String(entry.value).isWellFormed();
}

function isSecret([key, { value, metadata }]: [string, BaggageEntry]): boolean {
  const more = metadata?.toString() ?? '';
  return isSecretName(key) || [key, String(value), more].some((text) => redactText(text) !== text);
}

/** Once, as it would be told with each call. */
function tell(keys: readonly string[]): void {
  if (isTold) return;
  isTold = true;
  const names = keys.slice(0, 5).join(', ').slice(0, 200);
  diag.warn(`Baggage that looks like a secret is not sent on, now and later: ${names}.`);
}

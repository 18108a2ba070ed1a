import { type Baggage, type BaggageEntry, diag } from '@opentelemetry/api';
import { isSecretName } from '../redaction/is-secret-name.ts';
import { redactText } from '../redaction/redact-text.ts';

/** Baggage never changes, and one goes out with every call of a request. */
const known = new WeakMap<Baggage, Baggage>();

let isTold = false;

/** @returns the baggage without the entries that look like a secret: the same one where there are none */
export function baggageToShow(baggage: Baggage): Baggage {
  const before = known.get(baggage);
  if (before) return before;
  const secret = baggage.getAllEntries().filter(isSecret);
  const shown = secret.length === 0 ? baggage : baggage.removeEntries(...secret.map(([key]) => key));
  known.set(baggage, shown);
  if (secret.length > 0) tell(secret.map(([key]) => redactText(key)));
  return shown;
}

function isSecret([key, { value, metadata }]: [string, BaggageEntry]): boolean {
  const more = metadata?.toString() ?? '';
  return isSecretName(key) || [key, value, more].some((text) => redactText(text) !== text);
}

/** Once, as it would be told with each call. */
function tell(keys: readonly string[]): void {
  if (isTold) return;
  isTold = true;
  const names = keys.slice(0, 5).join(', ').slice(0, 200);
  diag.warn(`Baggage that looks like a secret is not sent on, now and later: ${names}.`);
}

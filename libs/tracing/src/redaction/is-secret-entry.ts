import { isSecretName } from './is-secret-name.ts';

/** Whether something is a secret name with its value, as in `Object.entries` and in the list that a Map becomes. */
export function isSecretEntry(item: unknown): item is readonly [name: string, value: unknown] {
  return Array.isArray(item) && item.length === 2 && typeof item[0] === 'string' && isSecretName(item[0]);
}

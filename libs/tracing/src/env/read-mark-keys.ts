import type { MarkKey } from '../sampling/mark/mark-claim.ts';
import { fieldsOf, type Rule } from './env-rule.ts';

const KEY = /^([\w-]{1,32}):([!-~]{32,256})$/;
/** One, and one more while it is changed. */
const MAX_KEYS = 2;

export const markKeysRule: Rule = {
  must: 'one or two keys of 32 characters or more with different ids, as id:key,id:key',
  accepts: (value) => {
    const ids = readMarkKeys(value).map(({ id }) => id);
    const isWhole = ids.length === fieldsOf(value).length && ids.length > 0;
    return isWhole && ids.length <= MAX_KEYS && new Set(ids).size === ids.length;
  },
  secret: true,
};

/** @returns those that are well formed: all, where the rule is kept */
export function readMarkKeys(value: string): MarkKey[] {
  return fieldsOf(value).flatMap((field) => {
    const [, id, secret] = KEY.exec(field) ?? [];
    return id && secret ? { id, secret } : [];
  });
}

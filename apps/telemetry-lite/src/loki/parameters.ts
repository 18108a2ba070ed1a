import { BadQuery } from './bad-query.ts';

const defaultLimit = 100;
/** Loki's `max_entries_limit_per_query`. */
const maxLimit = 5000;

/** @throws BadQuery unless it is absent or 1 to 5000 */
export function parseLimit(text: string | null): number {
  if (!text) return defaultLimit;
  const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (limit === 0) throw new BadQuery(`limit must be a positive value, not "${text}"`);
  if (limit > maxLimit) {
    throw new BadQuery(
      `max entries limit per query exceeded, limit > max_entries_limit_per_query (${limit} > ${maxLimit})`,
    );
  }
  return limit;
}

/** @throws BadQuery for anything but forward and backward (the default) */
export function parseDirection(text: string | null): 'forward' | 'backward' {
  const direction = (text || 'backward').toLowerCase();
  if (direction !== 'forward' && direction !== 'backward') throw new BadQuery(`invalid direction '${text}'`);
  return direction;
}

import type { Kind } from './order-calls.ts';

/** So many orders, of which one in so many goes as it is said, spread evenly. */
export function kindsOf(count: number, oneIn: Partial<Record<Kind, number>>): Kind[] {
  const kinds = Array.from({ length: count }, (): Kind => 'plain');
  const given = Object.entries(oneIn) as [Kind, number][];
  for (const [offset, [kind, every]] of given.entries())
    for (let index = offset; index < count; index += every) kinds[index] = kind;
  return kinds;
}

/** The same kind again and again, until so many ms are over. */
export function* forMillis(kind: Kind, ms: number): Generator<Kind> {
  for (const end = performance.now() + ms; performance.now() < end; ) yield kind;
}

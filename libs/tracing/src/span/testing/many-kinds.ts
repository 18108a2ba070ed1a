import type { Attributes } from '@opentelemetry/api';

/** Values of every kind that an attribute may have, and of kinds that it may not. */
export const MANY_KINDS: Attributes = {
  text: 'Größe 10 €, 𝄞',
  empty: '',
  int: 5,
  negative: -3,
  large: 2 ** 53,
  largest: -(2 ** 63),
  beyond: 2 ** 70,
  fraction: 0.5,
  notANumber: Number.NaN,
  yes: true,
  no: false,
  nothing: null,
  bytes: new Uint8Array([0, 255, 7]),
  list: ['a', undefined, null, 2, [true]],
  nested: { deep: { er: [1, { x: 'y' }] }, gone: undefined },
  '': 'without a key',
  missing: undefined,
  date: new Date(0),
  big: 5n,
  lambda: () => 1,
  long: 'l'.repeat(3000),
};

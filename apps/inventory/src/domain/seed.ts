import type { Stock } from './stock.ts';

const products = 100;
/** The last ten products are scarce, so that running out can be seen. */
const plentiful = 90;

const colours = ['Amber', 'Azure', 'Coral', 'Ivory', 'Jade', 'Ochre', 'Pearl', 'Slate', 'Teal', 'Umber'];
const things = ['Basket', 'Candle', 'Carafe', 'Kettle', 'Ladle', 'Lantern', 'Mug', 'Platter', 'Tray', 'Vase'];

/** The products of a new inventory; the same seed gives the same products, stock and prices. */
export function seedStock(seed: number): Stock[] {
  const random = mulberry32(seed);
  const between = (min: number, max: number) => min + Math.floor(random() * (max - min + 1));
  return Array.from({ length: products }, (_, index) => {
    const total = index < plentiful ? 1_000_000 : between(100, 500);
    return {
      sku: `SKU-${String(index + 1).padStart(4, '0')}`,
      name: `${colours[index % 10]} ${things[Math.floor(index / 10)]}`,
      priceMinor: between(99, 19_999),
      currency: 'EUR',
      total,
      available: total,
    };
  });
}

/** Tommy Ettinger's mulberry32: 32 bits of state, good enough for prices and not for secrets. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

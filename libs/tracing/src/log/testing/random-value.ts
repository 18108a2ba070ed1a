import { randomText } from './random-text.ts';

/** Numbers from 0 to 1, always the same for one seed: https://en.wikipedia.org/wiki/Xorshift with 32 bits. */
export function seededRandom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const NAMES = [
  ...[
    'timestamp',
    'level',
    'message',
    'service.name',
    'trace_id',
    'span_id',
    'trace_flags',
    'truncated',
    'error',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'toJSON',
    'length',
    'then',
    'password',
    'args',
    'stack',
    'cause',
    '',
  ],
];

type Make = (random: () => number, depth: number) => unknown;

const fail = () => {
  throw new Error('trap');
};

const LEAVES: readonly Make[] = [
  (random) => randomText(random),
  (random) => randomText(random).repeat(random() < 0.002 ? 5_000 : 5),
  (random) => (random() - 0.5) * 10 ** Math.floor(random() * 40 - 20),
  (random) =>
    [Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53, null, undefined, true][Math.floor(random() * 7)],
  (random) => BigInt(Math.floor(random() * 2 ** 53)) ** 3n,
  (random) => Symbol(randomText(random)),
  () => fail,
  (random) => new Date(random() < 0.3 ? Number.NaN : random() * 1e15),
  (random) => new Uint8Array(random() * 1000),
  () => new Proxy({}, { get: fail, ownKeys: fail, getPrototypeOf: fail }),
  () => new Proxy([1, 2], { get: fail }),
  () => Object.defineProperty({}, 'x', { enumerable: true, get: fail }),
  () => ({ toJSON: fail }),
  (random) => Array(random() < 0.02 ? 2 ** 30 : 3),
];

const NESTS: readonly Make[] = [
  (random, depth) => randomObject(random, depth),
  (random, depth) => Array.from({ length: random() * 6 }, () => randomValue(random, depth)),
  (random, depth) => new Map([[randomValue(random, depth), randomValue(random, depth)]]),
  (random, depth) => new Set([randomValue(random, depth)]),
  (random, depth) => new Error(randomText(random), { cause: randomValue(random, depth) }),
  (random, depth) => new AggregateError([randomValue(random, depth)], randomText(random)),
  (random, depth) => addFields(new RangeError(randomText(random)), randomObject(random, depth)),
  (random, depth) => ({ toJSON: () => randomValue(random, depth) }),
  (random, depth) => {
    const circular = randomObject(random, depth);
    return addFields(circular, { circular });
  },
];

/** Anything that a service may log, and much that none should. */
export function randomValue(random: () => number, depth = 4): unknown {
  const kinds = depth > 0 && random() < 0.5 ? NESTS : LEAVES;
  return (kinds[Math.floor(random() * kinds.length)] as Make)(random, depth - 1);
}

function randomObject(random: () => number, depth: number): object {
  const object = {};
  for (let count = random() * 6; count > 0; count--) {
    const name = random() < 0.5 ? NAMES[Math.floor(random() * NAMES.length)] : randomText(random);
    const value = randomValue(random, depth);
    Object.defineProperty(object, name ?? '', {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}

/** Also such as `__proto__`, which an assignment would not add. */
function addFields(object: object, fields: object): object {
  return Object.defineProperties(object, Object.getOwnPropertyDescriptors(fields));
}

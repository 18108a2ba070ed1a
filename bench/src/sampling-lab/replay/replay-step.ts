import { draw } from '../traffic/draw.ts';
import { createRandom, type Random } from '../traffic/random.ts';

/** What one request of the replay asks for, and what is to go wrong in it. */
export interface ReplayStep {
  readonly kind: StepKind;
  /** The header by which the services make it fail, or be slow; absent: they do not. */
  readonly faults: string | undefined;
}

export type StepKind = 'place' | 'products' | 'get' | 'list' | 'cancel';

/** Of all requests; the last one is the rare operation. */
const MIX: readonly { readonly kind: StepKind; readonly share: number }[] = [
  { kind: 'place', share: 0.35 },
  { kind: 'products', share: 0.3 },
  { kind: 'get', share: 0.25 },
  { kind: 'list', share: 0.098 },
  { kind: 'cancel', share: 0.002 },
];

/** Where it goes wrong. */
const METHODS: Readonly<Record<StepKind, string>> = {
  place: 'inventory/Reserve',
  products: 'inventory/ListStock',
  get: 'order/GetOrder',
  list: 'order/ListOrders',
  cancel: 'order/CancelOrder',
};

const STEADY_FAILURES = 0.003;
const SLOW = 0.002;
/** Above what counts as slow. */
const DELAY_MS = 1100;
/** From the 2000th to the 2500th of 5000 requests, a fifth of the orders fails. */
const TROUBLE = { every: 5000, from: 2000, to: 2500, share: 0.2 };

/** The same steps for each mesh, without an end. */
export function* replaySteps(seed: number): Generator<ReplayStep, never> {
  const random = createRandom(seed);
  for (let number = 0; ; number++) {
    const { kind } = draw(MIX, random);
    yield { kind, faults: drawFaults(kind, number % TROUBLE.every, random) };
  }
}

function drawFaults(kind: StepKind, number: number, random: Random): string | undefined {
  const isTrouble = kind === 'place' && number >= TROUBLE.from && number < TROUBLE.to;
  const draw = random.share();
  const failures = isTrouble ? TROUBLE.share : STEADY_FAILURES;
  if (draw < failures) return `${METHODS[kind]}:error=INTERNAL`;
  return draw < failures + SLOW ? `${METHODS[kind]}:delay=${DELAY_MS}` : undefined;
}

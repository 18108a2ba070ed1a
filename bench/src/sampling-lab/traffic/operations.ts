/** What callers ask for. */
export interface LabOperation {
  /** Of the root span. */
  readonly name: string;
  /** Of all requests: 0 to 1. */
  readonly share: number;
  readonly medianMillis: number;
  readonly isRare: boolean;
}

/** Requests a second, on average. */
export const RATE = 50;

const RARE_CALLS_AN_HOUR = 4;

const POPULAR = [
  'GET /v1/products',
  'GET /v1/orders/:id',
  'POST /v1/orders',
  'GET /v1/orders',
  'GET /v1/stock',
  'GET /v1/prices',
  'POST /v1/baskets',
  'GET /v1/baskets/:id',
  'GET /v1/customers/:id',
  'DELETE /v1/orders/:id',
  'PUT /v1/customers/:id',
  'POST /v1/returns',
];

const RARE = ['POST /v1/refunds/manual', 'DELETE /v1/customers/:id'];

/** Twelve by Zipf's law, the k-th as popular as 1 / k, and two that are called a few times an hour. */
export const OPERATIONS: readonly LabOperation[] = [...popular(), ...RARE.map(rare)];

function popular(): LabOperation[] {
  const sum = POPULAR.reduce((total, _, at) => total + 1 / (at + 1), 0);
  const left = 1 - RARE.length * rareShare();
  return POPULAR.map((name, at) => ({
    name,
    share: left / ((at + 1) * sum),
    medianMillis: 20 + 10 * at,
    isRare: false,
  }));
}

function rare(name: string): LabOperation {
  return { name, share: rareShare(), medianMillis: 80, isRare: true };
}

function rareShare(): number {
  return RARE_CALLS_AN_HOUR / 3600 / RATE;
}

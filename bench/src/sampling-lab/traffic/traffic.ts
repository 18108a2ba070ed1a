import { draw } from './draw.ts';
import type { LabRequest } from './lab-request.ts';
import { OPERATIONS, RATE } from './operations.ts';
import { createRandom, type Random } from './random.ts';
import { nextTrouble, type Trouble } from './trouble.ts';

/** Any midnight: windows and hours are those of the clock. */
const START = Date.UTC(2026, 0, 1);
const WAVE_MS = 3_600_000;
const STEADY_FAILURES = 0.002;
/** The logarithm's deviation: 0.2 % of an operation with a median of 75 ms take longer than a second. */
const SPREAD = 0.9;
export const SLOW_MILLIS = 1000;
const MARKED = 0.002;

/**
 * The same requests for the same seed: independent arrivals whose rate goes up and down by half within an hour, a steady
 * share of failures, times with a long tail, and troubles.
 */
export function* traffic(count: number, seed: number): Generator<LabRequest> {
  const random = createRandom(seed);
  let at = START;
  let trouble = nextTrouble(at, random);
  for (let left = count; left > 0; left--) {
    const rate = RATE * (1 + 0.5 * Math.sin((2 * Math.PI * (at - START)) / WAVE_MS));
    at += (1000 * random.exponential()) / rate;
    if (at > trouble.to) trouble = nextTrouble(at, random);
    yield drawRequest(at, trouble, random);
  }
}

function drawRequest(at: number, current: Trouble, random: Random): LabRequest {
  const operation = draw(OPERATIONS, random);
  const isHit = current.operation === operation && at >= current.from && random.share() < current.share;
  const usual = operation.medianMillis * Math.exp(SPREAD * random.normal());
  const millis = isHit && current.kind === 'slow' ? SLOW_MILLIS + usual : usual;
  const isFailed = (isHit && current.kind === 'failing') || random.share() < STEADY_FAILURES;
  return {
    at,
    operation,
    millis,
    isFailed,
    isSlow: millis > SLOW_MILLIS,
    isMarked: random.share() < MARKED,
    randomness: digits(random) + digits(random),
    trouble: isHit ? current : undefined,
  };
}

/** 28 bits. */
function digits(random: Random): string {
  return (random.bits() >>> 4).toString(16).padStart(7, '0');
}

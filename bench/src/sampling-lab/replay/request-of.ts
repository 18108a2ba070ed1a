import { fields } from '../../sink/fields.ts';
import { SLOW_MILLIS } from '../traffic/traffic.ts';

export interface EdgeRequest {
  readonly isFailed: boolean;
  readonly isSlow: boolean;
  /** How many requests it stands for; 0 where it was kept for what it was. */
  readonly weight: number;
}

/** Fields of a span, and of its status (https://github.com/open-telemetry/opentelemetry-proto). */
const FIELD = { state: 3, parent: 4, kind: 6, start: 7, end: 8, status: 15 };
const STATUS_CODE = 3;
/** How the attribute `sampling.reason` begins then. A text is in OTLP as it is. */
const AFTER_THE_FACT = 'promoted:';
const SERVER = 2;
const ERROR = 2;

/** The request that a span of OTLP is; undefined where it is no server's, or has a parent. */
export function requestOf(span: Buffer): EdgeRequest | undefined {
  const values = new Map([...fields(span)].map(({ number, value }) => [number, value]));
  const bytes = (number: number) => {
    const value = values.get(number);
    return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
  };
  if (values.get(FIELD.kind) !== SERVER || bytes(FIELD.parent).length > 0) return undefined;
  const code = [...fields(bytes(FIELD.status))].find(({ number }) => number === STATUS_CODE)?.value;
  const nanos = bytes(FIELD.end).readBigUInt64LE() - bytes(FIELD.start).readBigUInt64LE();
  return {
    isFailed: code === ERROR,
    isSlow: nanos > BigInt(SLOW_MILLIS) * 1_000_000n,
    weight: span.includes(AFTER_THE_FACT) ? 0 : weightOf(bytes(FIELD.state).toString()),
  };
}

/**
 * One by the probability that `th` says: a share of 1 - th is kept, th being a fraction of hexadecimal digits
 * (https://opentelemetry.io/docs/specs/otel/trace/tracestate-probability-sampling/#rejection-threshold).
 */
function weightOf(state: string): number {
  const digits = /\bot=[^,]*?\bth:([0-9a-f]{1,14})/.exec(state)?.[1];
  if (digits === undefined) return 1;
  return 1 / (1 - Number.parseInt(digits, 16) / 16 ** digits.length);
}

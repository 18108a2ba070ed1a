import { status } from '@grpc/grpc-js';
import { type FieldViolation, RpcError } from './rpc-error.ts';

const identifier = /^[A-Za-z0-9._-]{1,64}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const printableAscii = /^[\x20-\x7e]{1,255}$/;

/** Letters that need no escaping anywhere: in a URL, a log query, a shell. U+FFFD is none of them. */
export const isIdentifier = (value: string): boolean => identifier.test(value);

export const isUuid = (value: string): boolean => uuid.test(value);

/** Collects what is wrong with a request, so that its sender sees all of it at once. */
export interface RequestChecks {
  that(holds: boolean, field: string, description: string): void;
  identifier(field: string, value: string): void;
  uuid(field: string, value: string): void;
  /** An idempotency key or request id. */
  key(field: string, value: string): void;
  range(field: string, value: number, min: number, max: number): void;
  count(field: string, values: readonly unknown[], min: number, max: number): void;
  /** No value twice; the violation names the second place. */
  unique(values: readonly string[], fieldAt: (index: number) => string): void;
  /** @throws {RpcError} INVALID_ARGUMENT with every violation, where there is one. */
  end(): void;
}

export function requestChecks(): RequestChecks {
  const violations: FieldViolation[] = [];
  const that: RequestChecks['that'] = (holds, field, description) => {
    if (!holds) violations.push({ field, description });
  };
  return {
    that,
    identifier: (field, value) => that(isIdentifier(value), field, 'must be 1 to 64 of A-Z a-z 0-9 . _ -'),
    uuid: (field, value) => that(isUuid(value), field, 'must be a UUID'),
    key: (field, value) =>
      that(printableAscii.test(value), field, 'must be 1 to 255 printable ASCII characters'),
    range: (field, value, min, max) =>
      that(value >= min && value <= max, field, `must be ${min} to ${max}, not ${value}`),
    count: (field, { length }, min, max) =>
      that(length >= min && length <= max, field, `must have ${min} to ${max} entries, not ${length}`),
    unique: (values, fieldAt) => {
      const seen = new Set<string>();
      values.forEach((value, index) => {
        that(!seen.has(value), fieldAt(index), 'must not be given twice');
        seen.add(value);
      });
    },
    end: () => {
      const [first] = violations;
      if (first === undefined) return;
      const message = `${first.field} ${first.description}`;
      throw new RpcError(status.INVALID_ARGUMENT, message, { violations });
    },
  };
}

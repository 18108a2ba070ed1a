import type { FieldViolation } from '@mesh/rpc';
import type { Rejected } from './problem.ts';

/** A request that HTTP itself or the shape of its JSON refuses; it never became a call. */
export class RequestRejected extends Error implements Rejected {
  override readonly name = 'RequestRejected';
  readonly status: number;
  readonly violations?: readonly FieldViolation[];

  constructor(status: number, detail: string, violations?: readonly FieldViolation[]) {
    super(detail);
    this.status = status;
    if (violations !== undefined) this.violations = violations;
  }

  get detail(): string {
    return this.message;
  }
}

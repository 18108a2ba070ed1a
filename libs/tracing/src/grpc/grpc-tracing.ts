import type { Tracer } from '@opentelemetry/api';
import type { Boundary } from '../propagation/boundary.ts';

/** What every part of the instrumentation makes its spans with. */
export interface GrpcTracing {
  /** Asked for at each span: the provider may come later. */
  readonly tracer: () => Tracer;
  readonly boundary: Boundary;
  /** False after `disable()`: servers and clients that were made before go on without spans. */
  readonly isEnabled: () => boolean;
}

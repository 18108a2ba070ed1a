import type { Tracer } from '@opentelemetry/api';
import type { Boundary } from '../propagation/boundary.ts';

/** What each part of the instrumentation makes its spans with. */
export interface TracingParts {
  /** Asked for at each span: the provider may come later. */
  readonly tracer: () => Tracer;
  readonly boundary: Boundary;
}

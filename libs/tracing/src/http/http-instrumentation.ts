import { InstrumentationBase } from '@opentelemetry/instrumentation';
import type { Boundary } from '../propagation/boundary.ts';
import { traceClientRequests } from './client-requests.ts';
import { watchFastifyRoutes } from './fastify-routes.ts';
import { traceFetchRequests } from './fetch-requests.ts';
import { traceServerRequests } from './server-requests.ts';

/**
 * Spans for HTTP/1, in (`node:http`, `node:https`) and out (these and `fetch`). It replaces no module and so does
 * not care when one was imported; servers of Fastify must be made after it is enabled, or have no routes.
 */
export class HttpInstrumentation extends InstrumentationBase {
  private readonly boundary: Boundary;
  private stops: readonly (() => void)[] = [];

  constructor(boundary: Boundary) {
    // Not enabled from the base's constructor: these fields are not there yet.
    super('@mesh/tracing/http', '0.1.0', { enabled: false });
    this.boundary = boundary;
  }

  protected override init(): undefined {}

  override enable(): void {
    if (this.isEnabled()) return;
    super.enable();
    const parts = { tracer: () => this.tracer, boundary: this.boundary };
    const starts = [watchFastifyRoutes, traceServerRequests, traceClientRequests, traceFetchRequests];
    this.stops = starts.map((start) => start(parts));
  }

  override disable(): void {
    super.disable();
    for (const stop of this.stops) stop();
    this.stops = [];
  }
}

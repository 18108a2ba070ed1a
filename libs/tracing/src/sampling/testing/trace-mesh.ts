import * as grpc from '@grpc/grpc-js';
import { trace } from '@opentelemetry/api';
import { defaultResource } from '@opentelemetry/resources';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { readSpanLimits } from '../../env/read-span-limits.ts';
import { createPatches } from '../../grpc/create-patches.ts';
import { HttpInstrumentation } from '../../http/http-instrumentation.ts';
import type { TrustMode } from '../../propagation/boundary.ts';
import { createBoundary } from '../../propagation/create-boundary.ts';
import { setBoundary } from '../../propagation/current-boundary.ts';
import { TRUSTING } from '../../propagation/testing/propagation-config.ts';
import { createTracerProvider } from '../../span/create-tracer-provider.ts';
import type { SpanRecord } from '../../span/span-record.ts';
import type { FollowingSampler } from '../following-sampler.ts';

export interface TracedMesh {
  /** Spans that have ended and were sampled, in that order. */
  readonly sent: SpanRecord[];
  /** What a server on this port is asked begins there. */
  openToOutsiders(port: number): void;
}

/**
 * Traces this process, for as long as it runs, as if each of its servers were a service of a mesh: they believe their
 * callers. 127.0.0.1 is in the mesh, and `localhost` is not.
 */
export function traceMesh(sampler: FollowingSampler): TracedMesh {
  const ports = new Map<number, TrustMode>();
  const trust = { mode: 'trust', ports } as const;
  const boundary = createBoundary({ ...TRUSTING, trust, targets: ['127.0.0.1'], readsMarks: true });
  setBoundary(boundary);
  const sent: SpanRecord[] = [];
  const { provider } = createTracerProvider({
    resource: defaultResource(),
    sampler,
    limits: readSpanLimits({}),
    sink: { begin() {}, take: (span) => sent.push(span), flush: async () => {} },
  });
  trace.setGlobalTracerProvider(provider);
  const instrumentations = [new HttpInstrumentation(boundary)];
  // For the context manager, and to enable what it is given.
  new NodeSDK({
    autoDetectResources: false,
    instrumentations,
    spanProcessors: [],
    logRecordProcessors: [],
    metricReaders: [],
  }).start();
  createPatches({ tracer: () => trace.getTracer('test'), boundary, isEnabled: () => true }).apply(
    grpc,
    '1.14.7',
  );
  return { sent, openToOutsiders: (port) => void ports.set(port, 'link') };
}

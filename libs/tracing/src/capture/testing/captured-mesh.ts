import { randomBytes } from 'node:crypto';
import { documentFromEnvironment } from '../../sampling/document/from-environment.ts';
import { samplerOf } from '../../sampling/testing/sampler-of.ts';
import { type TracedMesh, traceMesh } from '../../sampling/testing/trace-mesh.ts';
import type { BudgetLimits } from '../budget.ts';
import { Capture } from '../capture.ts';
import { setCapture } from '../current-capture.ts';
import { quietTeller } from './quiet-teller.ts';

export interface CapturedMesh extends TracedMesh {
  /** Whom the process would have told of which trace: `127.0.0.1:50051`. */
  readonly told: { readonly peer: string; readonly traceId: string }[];
  /** From how many ms on a call is slow; at first, none is. */
  slowMillis: number;
  /** Why the spans of a trace were kept, each reason once. */
  reasonsOf(traceId: string): string[];
}

const PLENTY = { perSecond: 1e6, burst: 1e6, ceilingPerSecond: 1e6 };

/** Traces this process as `traceMesh` does; nothing is sampled, and all is parked. To all in it a trace is the same one. */
export function captureMesh(limits: BudgetLimits = PLENTY): CapturedMesh {
  const mesh = traceMesh(samplerOf(documentFromEnvironment('parentbased_always_off', 1)));
  const told: CapturedMesh['told'] = [];
  const reasonOf = (attributes: Readonly<Record<string, unknown>>) => String(attributes['sampling.reason']);
  const captured: CapturedMesh = {
    ...mesh,
    told,
    slowMillis: Number.POSITIVE_INFINITY,
    reasonsOf: (traceId) => [
      ...new Set(
        mesh.sent
          .filter((span) => span.spanContext().traceId === traceId)
          .map(({ attributes }) => reasonOf(attributes)),
      ),
    ],
  };
  setCapture(
    new Capture({
      maxBytes: 1e6,
      maxMillis: 30_000,
      limits,
      slowMillisOf: () => captured.slowMillis,
      teller: quietTeller((peer, { traceId, verdict }) => {
        if (verdict !== 'refused') told.push({ peer, traceId });
      }),
    }),
  );
  return captured;
}

/** A trace of its own, and what a caller sends of it that has not sampled it. */
export function newTrace(flags = '00'): {
  readonly traceId: string;
  readonly headers: { traceparent: string };
} {
  const traceId = randomBytes(16).toString('hex');
  return { traceId, headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-${flags}` } };
}

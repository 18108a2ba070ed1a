import { SamplingDecision } from '@opentelemetry/api';
import type { SamplingResult } from '@opentelemetry/sdk-trace';
import type { SamplingDocument } from './document/sampling-document.ts';
import type { SamplingEngine } from './engine/sampling-engine.ts';
import { followed } from './followed.ts';
import type { FollowingSampler } from './following-sampler.ts';
import type { RequestMarks } from './request-marks.ts';
import { RootSampler } from './root-sampler.ts';

export interface SamplerParts {
  readonly engine: SamplingEngine;
  /** What the engine begins with. */
  readonly document: SamplingDocument;
  /** Absent: marks count for nothing. */
  readonly marks?: RequestMarks | undefined;
}

/** The sampler of a process, which follows its document. */
export interface MeshSampler extends FollowingSampler {
  /** From the next root on. */
  configure(document: SamplingDocument): void;
}

/**
 * Names that the stock instrumentation-grpc gives to calls of the standard health and reflection services, of which no
 * trace is wanted. Its own `ignoreGrpcMethods` compares the method's short name alone, so that ignoring `Check`, `Watch`
 * and `List` there would also hide a `shop.v1.CartService/List`. Our own instrumentation makes no span for them.
 */
const INFRASTRUCTURE_CALL = /^grpc\.grpc\.(health|reflection)\.v\w+\./;

const DROPPED: SamplingResult = Object.freeze({ decision: SamplingDecision.NOT_RECORD });

/** Asks the engine about every span that decides by itself, and about none of the mesh's own health checks and reflection. */
export function createSampler({ engine, document, marks }: SamplerParts): MeshSampler {
  const roots = new RootSampler(engine, marks);
  let isFollowing = document.parent === 'follow';
  roots.configure(document);
  return {
    follows: (name) => isFollowing && !INFRASTRUCTURE_CALL.test(name),
    shouldSample(context, traceId, name, _kind, attributes) {
      if (INFRASTRUCTURE_CALL.test(name)) return DROPPED;
      return (isFollowing && followed(context)) || roots.decide(context, traceId, name, attributes);
    },
    configure(next) {
      engine.configure(next);
      roots.configure(next);
      isFollowing = next.parent === 'follow';
    },
    toString: () => 'MeshSampler',
  };
}

import { SamplingDecision, type TraceState } from '@opentelemetry/api';
import type { SamplingResult } from '@opentelemetry/sdk-trace';
import { writeForced } from '../propagation/mesh-member.ts';
import { type OtMember, writeOt } from '../propagation/ot-member.ts';
import type { Kept, Verdict } from './engine/sampling-engine.ts';
import { samplerAttributes } from './sampler-attributes.ts';

const DROPPED: SamplingResult = Object.freeze({ decision: SamplingDecision.NOT_RECORD });

/** What is made of a verdict once. */
interface Known {
  /** For a trace that comes with a state which stays as it is. */
  readonly plain: SamplingResult;
  /** For one that comes without. */
  readonly whole: SamplingResult;
  /** That both were made for: the verdict of a guaranteed one is the same after a change of them. */
  readonly ratio: number;
  readonly saysThreshold: boolean;
}

/** What verdicts mean for spans: the same object for nearly all roots that are treated alike. */
export class SamplingResults {
  readonly #known = new WeakMap<Verdict, Known>();
  /** Whether tracestate says with which probability something is kept. */
  saysThreshold = true;

  /**
   * @param state of the caller, where its trace goes on
   * @param ot the member of it
   */
  of(verdict: Verdict, state: TraceState | undefined, ot: OtMember): SamplingResult {
    const known = verdict.isKept ? this.#knownOf(verdict) : undefined;
    if (!state) return known?.whole ?? DROPPED;
    const plain = known?.plain ?? DROPPED;
    const written = this.#write(verdict, state, ot);
    return written === state || !written ? plain : { ...plain, traceState: written };
  }

  #knownOf(verdict: Kept): Known {
    const { ratio } = verdict.operation;
    const { saysThreshold } = this;
    const known = this.#known.get(verdict);
    if (known?.ratio === ratio && known.saysThreshold === saysThreshold) return known;
    const plain = { decision: SamplingDecision.RECORD_AND_SAMPLED, attributes: samplerAttributes(verdict) };
    const state = this.#write(verdict, undefined, {});
    const made = { plain, whole: state ? { ...plain, traceState: state } : plain, ratio, saysThreshold };
    this.#known.set(verdict, made);
    return made;
  }

  /** What an earlier decision has left there would say that it is this one. */
  #write(verdict: Verdict, state: TraceState | undefined, ot: OtMember): TraceState | undefined {
    const th = verdict.isKept && this.saysThreshold ? verdict.th : undefined;
    const written = th === ot.th ? state : writeOt(state, { ...ot, th });
    return writeForced(written, verdict.isKept && verdict.by === 'forced');
  }
}

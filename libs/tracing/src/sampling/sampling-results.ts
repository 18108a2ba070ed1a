import { SamplingDecision, type TraceState } from '@opentelemetry/api';
import type { SamplingResult } from '@opentelemetry/sdk-trace';
import { writeForced } from '../propagation/mesh-member.ts';
import { readOt, writeOt } from '../propagation/ot-member.ts';
import type { Kept, Verdict } from './engine/sampling-engine.ts';
import { samplerAttributes } from './sampler-attributes.ts';

const DROPPED: SamplingResult = Object.freeze({ decision: SamplingDecision.NOT_RECORD });

interface Known {
  readonly result: SamplingResult;
  /** That the result was made for: the verdict of a guaranteed one is the same after a change of it. */
  readonly ratio: number;
}

/** What verdicts mean for spans: the same object for all roots without a tracestate that are treated alike. */
export class SamplingResults {
  readonly #known = new WeakMap<Verdict, Known>();
  /** Whether tracestate says with which probability something is kept. */
  saysThreshold = true;

  /** @param state of the caller, where its trace goes on */
  of(verdict: Verdict, state: TraceState | undefined): SamplingResult {
    if (state) return this.#withState(verdict, state);
    if (!verdict.isKept) return DROPPED;
    const known = this.#known.get(verdict);
    if (known && known.ratio === verdict.operation.ratio) return known.result;
    return this.#learn(verdict);
  }

  #learn(verdict: Kept): SamplingResult {
    const result = kept(verdict, this.#stateOf(verdict, undefined));
    this.#known.set(verdict, { result, ratio: verdict.operation.ratio });
    return result;
  }

  #withState(verdict: Verdict, state: TraceState): SamplingResult {
    const written = this.#stateOf(verdict, state);
    return verdict.isKept ? kept(verdict, written) : { ...DROPPED, ...(written && { traceState: written }) };
  }

  /** What an earlier decision has left there would say that it is this one. */
  #stateOf(verdict: Verdict, state: TraceState | undefined): TraceState | undefined {
    const { th: old, ...ot } = readOt(state);
    const th = verdict.isKept && this.saysThreshold ? verdict.th : undefined;
    const isSame = old === th;
    const written = isSame ? state : writeOt(state, { ...ot, ...(th && { th }) });
    return writeForced(written, verdict.isKept && verdict.by === 'forced');
  }
}

function kept(verdict: Kept, traceState: TraceState | undefined): SamplingResult {
  return {
    decision: SamplingDecision.RECORD_AND_SAMPLED,
    attributes: samplerAttributes(verdict),
    ...(traceState && { traceState }),
  };
}

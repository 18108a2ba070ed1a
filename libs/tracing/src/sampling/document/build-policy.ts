import { buildLimit } from './build-limit.ts';
import { SLOW_MILLIS } from './capture-defaults.ts';
import type { WrittenPolicy } from './document-schema.ts';
import { policyGuarantee } from './guarantees.ts';
import type { OperationPolicy, RatioPolicy } from './sampling-document.ts';

const GUARANTEED = {
  by: 'first and floor keep of an operation in any case',
  wayOut: 'raise it, or lower these',
};

/** @param problems gets what makes no sense together */
export function buildPolicy(written: WrittenPolicy, place: string, problems: string[]): OperationPolicy {
  const { policy: kind, ratio } = written;
  if (kind) {
    const others = PARTS.filter((name) => written[name] !== undefined);
    if (others.length > 0)
      problems.push(`${place}.policy is ${kind} and stands alone: take ${others.join(', ')} out, or policy`);
    return { kind };
  }
  if (ratio === undefined)
    problems.push(`${place} has no ratio, and no policy, which is "always" or "never": write one of them`);
  return buildRatio({ ...written, ratio: ratio ?? 0 }, place, problems);
}

/**
 * What a rule leaves open is as `default` has it. Where that has all or nothing kept, only a rule that says nothing but what is slow
 * takes it over.
 */
export function inheritPolicy(written: WrittenPolicy, from: WrittenPolicy): WrittenPolicy {
  const isOfTime =
    Object.keys(written).every((name) => name === 'slowMillis') && written.slowMillis !== undefined;
  if (isOfTime || (!written.policy && !from.policy)) return { ...from, ...written };
  const { slowMillis = from.slowMillis } = written;
  return { ...written, ...(slowMillis !== undefined && { slowMillis }) };
}

const PARTS = ['ratio', 'first', 'floor', 'ceiling', 'boost'] as const;

function buildRatio(
  written: WrittenPolicy & { readonly ratio: number },
  place: string,
  problems: string[],
): RatioPolicy {
  const {
    ratio,
    first = null,
    floor = null,
    ceiling = null,
    boost = null,
    slowMillis = SLOW_MILLIS,
  } = written;
  const own = { first: first ?? undefined, floor: floor ?? undefined };
  const guaranteed = { limit: policyGuarantee(own), ...GUARANTEED };
  if (boost && boost.ratio < ratio)
    problems.push(
      `${place}.boost.ratio is ${boost.ratio}, but a boost below the ratio, ${ratio}, is none: raise it, or write "boost": null`,
    );
  return {
    kind: 'ratio',
    ratio,
    ...own,
    ceiling: ceiling ? buildLimit(ceiling, `${place}.ceiling`, guaranteed, problems) : undefined,
    boost: boost ? { slowMillis, ...boost } : undefined,
  };
}

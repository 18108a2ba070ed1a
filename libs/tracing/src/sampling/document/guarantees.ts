import type { Limit, OperationPolicy, RatioPolicy, SamplingDocument } from './sampling-document.ts';

type OwnGuarantees = Pick<RatioPolicy, 'first' | 'floor'>;

/**
 * What `first` and `floor` keep of one operation, whatever its ceiling and `overall` say: in any T seconds at most
 * `perSecond * T + burst`.
 *
 * Both keep n in each window of W seconds, and windows are those of the clock. T seconds touch less than T / W + 2 of
 * these, so that less than n / W * T + 2 n are kept.
 */
export function policyGuarantee(policy: OperationPolicy | OwnGuarantees): Limit {
  if ('kind' in policy && policy.kind !== 'ratio') return { perSecond: 0, burst: 0 };
  const { first, floor } = policy;
  return {
    perSecond: (first ? 1 / first.windowSeconds : 0) + (floor?.perSecond ?? 0),
    burst: (first ? 2 : 0) + (floor ? 2 * floorCount(floor.perSecond) : 0),
  };
}

/**
 * What a process keeps, whatever `overall` says: the forced ones, and what each of its operations is guaranteed. Of each
 * operation the largest policy counts, because which ones a process will have is not known.
 */
export function documentGuarantee(
  document: Pick<SamplingDocument, 'operations' | 'forced' | 'default' | 'rules'>,
): Limit {
  const policies = [document.default, ...document.rules.map(({ policy }) => policy)].map(policyGuarantee);
  const states = stateLimit(document);
  const { perSecond = 0, burst = 0 } = document.forced ?? {};
  return {
    perSecond: perSecond + states * Math.max(...policies.map((one) => one.perSecond)),
    burst: burst + states * Math.max(...policies.map((one) => one.burst)),
  };
}

/**
 * How many sets of windows and buckets a process has at most: of the operations that are told apart (one that a rule with
 * attributes splits counts twice), of all further ones together, and of these for each rule with attributes.
 */
function stateLimit({ operations, rules }: Pick<SamplingDocument, 'operations' | 'rules'>): number {
  return operations + 1 + rules.filter(({ match }) => match.attributes).length;
}

/** How many a floor keeps of each window, whose length is then this / perSecond seconds: 0.1 is 1 in 10 seconds. */
export function floorCount(perSecond: number): number {
  return Math.max(1, Math.ceil(perSecond));
}

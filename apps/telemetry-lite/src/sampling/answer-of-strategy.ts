import type { OperationSampling, SamplingAnswer } from './sampling-answer.ts';
import type { ServiceStrategy, Strategy } from './strategies.ts';

/** The answer to a service with this strategy. What is no known type is by ratio `fallback`, as with Jaeger. */
export function answerOfStrategy(strategy: ServiceStrategy, fallback: number): SamplingAnswer {
  const answer = ofKind(strategy, fallback);
  if (!strategy.operation_strategies?.length) return answer;
  return { ...answer, operationSampling: operationsOf(strategy, fallback, answer) };
}

function ofKind({ type, param }: Strategy, fallback: number): SamplingAnswer {
  if (type === 'ratelimiting')
    return { strategyType: 1, rateLimitingSampling: { maxTracesPerSecond: asInt32(param ?? 0) } };
  const samplingRate = type === 'probabilistic' ? (param ?? 0) : fallback;
  return { strategyType: 0, probabilisticSampling: { samplingRate } };
}

/** An operation by rate is left out: Jaeger's answer has no place for it. */
function operationsOf(
  { operation_strategies: operations }: ServiceStrategy,
  fallback: number,
  service: SamplingAnswer,
): OperationSampling {
  return {
    defaultSamplingProbability:
      service.strategyType === 0 ? service.probabilisticSampling.samplingRate : fallback,
    defaultLowerBoundTracesPerSecond: 0,
    perOperationStrategies: (operations ?? []).flatMap(({ operation, ...strategy }) => {
      const own = ofKind(strategy, fallback);
      if (own.strategyType === 1) return [];
      return [{ operation: operation ?? '', probabilisticSampling: own.probabilisticSampling }];
    }),
    defaultUpperBoundTracesPerSecond: 0,
  };
}

/** As Go does it on amd64: towards zero, and its smallest one for what does not fit. */
function asInt32(value: number): number {
  const whole = Math.trunc(value);
  return whole === (whole | 0) ? whole : -(2 ** 31);
}

import { answerOfStrategy } from './answer-of-strategy.ts';
import type { OperationSampling, SamplingAnswer } from './sampling-answer.ts';
import type { Strategies } from './strategies.ts';

/** `default_sampling_probability` of deploy/jaeger/jaeger.yaml: what nobody says anything about is kept. */
const FALLBACK = 1;

/** The answer to each service that is asked for by name. */
export type Answers = (service: string) => SamplingAnswer;

/** The answers that a file makes; of two strategies for one service the later one counts. */
export function answersOf({ default_strategy: forAll, service_strategies: own }: Strategies): Answers {
  const standard = answerOfStrategy(forAll ?? {}, FALLBACK);
  const services = new Map(
    own?.map((each) => [each.service ?? '', withDefaults(answerOfStrategy(each, FALLBACK), standard)]),
  );
  return (service) => services.get(service) ?? standard;
}

/** Operations of the default strategy are for each service; those of the service come first. */
function withDefaults(answer: SamplingAnswer, standard: SamplingAnswer): SamplingAnswer {
  const common = standard.operationSampling;
  if (common === undefined) return answer;
  return { ...answer, operationSampling: merge(answer, common) };
}

function merge(answer: SamplingAnswer, common: OperationSampling): OperationSampling {
  const { operationSampling: own } = answer;
  if (own === undefined) {
    const ratio = answer.strategyType === 0 ? answer.probabilisticSampling.samplingRate : undefined;
    return { ...common, defaultSamplingProbability: ratio ?? common.defaultSamplingProbability };
  }
  const named = new Set(own.perOperationStrategies.map(({ operation }) => operation));
  const others = common.perOperationStrategies.filter(({ operation }) => !named.has(operation));
  return { ...own, perOperationStrategies: [...own.perOperationStrategies, ...others] };
}

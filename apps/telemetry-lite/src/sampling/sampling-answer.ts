interface Probabilistic {
  samplingRate: number;
}

export interface OperationSampling {
  defaultSamplingProbability: number;
  defaultLowerBoundTracesPerSecond: 0;
  perOperationStrategies: { operation: string; probabilisticSampling: Probabilistic }[];
  /** 0 is no bound. */
  defaultUpperBoundTracesPerSecond: 0;
}

/** How a service is to sample, as Jaeger 2.13 writes it: with Thrift's numbers, 0 for by ratio and 1 for by rate. */
export type SamplingAnswer = (
  | { strategyType: 0; probabilisticSampling: Probabilistic }
  | { strategyType: 1; rateLimitingSampling: { maxTracesPerSecond: number } }
) & { operationSampling?: OperationSampling };

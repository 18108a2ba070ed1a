/** A file of sampling strategies with all that a hand may write, and Jaeger's own answers to it are the measure. */
export const oddStrategies = {
  default_strategy: {
    type: 'probabilistic',
    param: 0.2,
    operation_strategies: [
      { operation: '/health', type: 'probabilistic', param: 0 },
      { operation: '/by-rate', type: 'ratelimiting', param: 3 },
    ],
  },
  service_strategies: [
    { service: 'twice', type: 'probabilistic', param: 0.8 },
    { service: 'twice', type: 'probabilistic', param: 0.9 },
    { service: 'rate', type: 'ratelimiting', param: 5.7 },
    {
      service: 'rate-and-own',
      type: 'ratelimiting',
      param: 5,
      operation_strategies: [
        { operation: '/health', type: 'probabilistic', param: 0.4 },
        { operation: 'rare', type: 'probabilistic', param: 1e-7 },
        { operation: 'no type' },
      ],
    },
    { service: 'no-such-type', type: 'nonsense', param: 5 },
    {
      service: 'no-type',
      operation_strategies: [{ operation: 'q', type: 'probabilistic', param: 0.123456789012 }],
    },
    { service: 'too-fast', type: 'ratelimiting', param: 40_000 },
    { service: 'far-too-fast', type: 'ratelimiting', param: 3e9 },
    { service: 'backwards', type: 'ratelimiting', param: -2.5 },
    { service: 'below-zero', type: 'probabilistic', param: -1 },
    {
      service: '<g&\u2028 é>',
      type: 'probabilistic',
      param: 7,
      operation_strategies: [{ operation: '<&>\u2028é\u0000', type: 'probabilistic', param: 1e21 }],
    },
    { type: 'probabilistic', param: 0.12, more: ['unknown'] },
  ],
};

export const oddServices = ['nobody', ...oddStrategies.service_strategies.map(({ service = '' }) => service)];

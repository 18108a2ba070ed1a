/** https://github.com/grpc/proposal/blob/master/A6-client-retries.md: at most three attempts, with hardly a pause. */
export const RETRIES = {
  loadBalancingConfig: [],
  methodConfig: [
    {
      name: [{}],
      retryPolicy: {
        maxAttempts: 3,
        initialBackoff: '0.01s',
        maxBackoff: '0.01s',
        backoffMultiplier: 1,
        retryableStatusCodes: ['UNAVAILABLE'],
      },
    },
  ],
};

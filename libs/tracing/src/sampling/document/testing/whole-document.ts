/** As JSON writes it, with every name that there is. */
export const wholeDocument = {
  version: 1,
  parent: 'follow',
  operations: 50,
  default: {
    ratio: 0.01,
    first: { windowSeconds: 60 },
    floor: { perSecond: 0.1 },
    ceiling: { perSecond: 5 },
    boost: {
      ratio: 0.5,
      windowSeconds: 20,
      minFailures: 6,
      factor: 3,
      cooldownSeconds: 90,
      slowMillis: 500,
    },
    slowMillis: 400,
  },
  forced: { perSecond: 2, burst: 10 },
  overall: { perSecond: 50 },
  capture: { perSecond: 5, burst: 20, ceilingPerSecond: 40 },
  rules: [
    {
      name: 'canary',
      match: { resource: { 'deployment.environment.name': 'canary' } },
      policy: 'always',
    },
    {
      name: 'night',
      match: { hours: { from: '22:00', to: '06:00', timeZone: 'Europe/Berlin' } },
      policy: 'always',
    },
    {
      name: 'orders',
      match: {
        service: 'gateway',
        operation: 'POST /v1/orders',
        attributes: { 'http.request.method': 'POST' },
      },
      ratio: 0.1,
      floor: null,
      ceiling: { perSecond: 20, burst: 60 },
      slowMillis: 300,
    },
  ],
} as const;

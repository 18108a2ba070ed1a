import { z } from 'zod';

const limit = z.object({ perSecond: z.number(), burst: z.number() });

const policy = z.union([
  z.object({ kind: z.enum(['always', 'never']) }),
  z.object({
    kind: z.literal('ratio'),
    ratio: z.number(),
    first: z.object({ windowSeconds: z.number() }).optional(),
    floor: z.object({ perSecond: z.number() }).optional(),
    ceiling: limit.optional(),
    boost: z.object({ ratio: z.number() }).optional(),
  }),
]);

const document = z.object({
  parent: z.string(),
  forced: limit.optional(),
  overall: limit.optional(),
  default: policy,
  capture: limit.extend({ ceilingPerSecond: z.number() }).optional(),
  slowMillis: z.number().optional(),
  rules: z.array(
    z.object({
      name: z.string(),
      match: z.record(z.string(), z.unknown()),
      policy,
      slowMillis: z.number().optional(),
    }),
  ),
});

const counts = z.record(z.string(), z.number());

/** What was kept after the fact. */
const capture = z.object({
  bytes: z.number(),
  traces: z.number(),
  tally: z.object({
    granted: counts,
    refused: counts,
    promotedTraces: z.number(),
    missedTraces: z.number(),
    /** Of other processes: each trace at each address. */
    tells: z.object({ told: z.number(), failed: z.number(), dropped: z.number() }),
  }),
});

/** What a service says of its sampling, so far as it is shown; another version may say more. */
export const samplingReport = z.object({
  source: z.object({
    kind: z.string(),
    location: z.string().optional(),
    loadedAt: z.string(),
    error: z.string().optional(),
  }),
  document,
  operations: z.array(
    z.object({
      operation: z.string(),
      rule: z.string(),
      ratio: z.number(),
      isBoosted: z.boolean(),
      kept: z.number(),
      dropped: z.number(),
    }),
  ),
  tally: z.object({ kept: counts, dropped: counts }),
  marks: counts.optional(),
  capture: capture.optional(),
});

export type SamplingReport = z.infer<typeof samplingReport>;
export type Policy = z.infer<typeof policy>;

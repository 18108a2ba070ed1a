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
  rules: z.array(z.object({ name: z.string(), match: z.record(z.string(), z.unknown()), policy })),
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
  tally: z.object({
    kept: z.record(z.string(), z.number()),
    dropped: z.record(z.string(), z.number()),
  }),
  marks: z.record(z.string(), z.number()).optional(),
});

export type SamplingReport = z.infer<typeof samplingReport>;
export type Policy = z.infer<typeof policy>;

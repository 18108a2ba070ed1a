import { z } from 'zod';

const strategy = {
  type: z.string().nullish(),
  param: z.number().nullish(),
};
const operationStrategy = z.object({ operation: z.string().nullish(), ...strategy });
const serviceStrategy = z.object({
  service: z.string().nullish(),
  ...strategy,
  operation_strategies: z.array(operationStrategy).nullish(),
});
/** Jaeger passes over names that it does not know, and takes what is missing as '' and 0. */
const strategies = z.object({
  default_strategy: serviceStrategy.nullish(),
  service_strategies: z.array(serviceStrategy).nullish(),
});

export type Strategy = Pick<z.infer<typeof serviceStrategy>, 'type' | 'param'>;
export type ServiceStrategy = z.infer<typeof serviceStrategy>;
/** A file of Jaeger's: https://www.jaegertracing.io/docs/2.13/architecture/sampling/#file-based-sampling-configuration */
export type Strategies = z.infer<typeof strategies>;

/** @throws Error naming the places that are wrong */
export function parseStrategies(text: string): Strategies {
  const result = strategies.safeParse(JSON.parse(text) ?? {});
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
  throw new Error(problems.join('; '));
}

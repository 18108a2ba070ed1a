import type { z } from 'zod';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment as `schema` describes it; an empty variable counts as not set. A wrong value ends
 * the process with code 1 and a sentence for each variable: a service that guessed its configuration
 * would fail later and elsewhere. Nothing runs yet, so `process.exit` cuts nothing off.
 */
export function readConfig<Schema extends z.ZodType>(
  schema: Schema,
  environment: Environment,
): z.output<Schema> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  const sentences = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`);
  process.stderr.write(`${sentences.join('\n')}\n`);
  process.exit(1);
}

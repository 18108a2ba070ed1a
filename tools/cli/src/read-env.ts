import type { z } from 'zod';
import type { Env } from './command.ts';

/**
 * The environment as `schema` describes it; an empty variable counts as not set. Answers a sentence that names the
 * first variable which cannot be used. Each message of the schema says what the value must be. Credentials are not shown.
 */
export function readEnv<Schema extends z.ZodType>(
  schema: Schema,
  env: Env,
): z.output<Schema> | { problem: string } {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { success, data, error } = schema.safeParse(set);
  if (success) return data;
  const { path = [], message = '' } = error.issues[0] ?? {};
  const name = path.join('.');
  const shown = env[name]?.replace(/^.*@/s, '[hidden]@');
  return { problem: `${name} ${message}; it is ${JSON.stringify(shown)}.` };
}

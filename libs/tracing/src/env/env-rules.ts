import { meshRules } from './mesh-rules.ts';
import { otelRules } from './otel-rules.ts';
import { refusedVariables } from './refused-variables.ts';
import { samplingConflict, samplingRules } from './sampling-rules.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** A variable holds a value that this library does not take. The message is for the person who set it. */
class ConfigError extends Error {
  override name = 'ConfigError';
  /** Without frames: they would hide the sentence, and where in here it was found is nobody's business. */
  override stack = `${this.name}: ${this.message}`;
}

/**
 * Refuses variables that this library does not take, values that it does not understand, and two that contradict each other. Empty is as good as
 * not set, as the specification asks.
 *
 * @throws ConfigError for the first such variable; values that may hold secrets are not shown
 */
export function checkEnv(env: Env): void {
  for (const [name, instead] of Object.entries(refusedVariables)) {
    if (env[name]) throw new ConfigError(`${name} is not taken: ${instead}.`);
  }
  for (const [name, rule] of Object.entries({ ...otelRules, ...meshRules, ...samplingRules(env) })) {
    const value = env[name];
    if (!value || rule.accepts(value)) continue;
    const shown = rule.secret ? '' : `, but it is ${JSON.stringify(hideUserInfo(value))}`;
    throw new ConfigError(`${name} must be ${rule.must}${shown}.`);
  }
  const conflict = samplingConflict(env);
  if (conflict) throw new ConfigError(conflict);
}

/** An address may carry a password: `https://user:secret@collector`. What is no address may have one where it wants. */
function hideUserInfo(value: string): string {
  return value.replace(/^([\w+.=-]*:\/\/)?.*@/s, '$1[hidden]@');
}

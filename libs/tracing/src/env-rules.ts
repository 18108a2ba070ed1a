export type Env = Readonly<Record<string, string | undefined>>;

/** A variable holds a value that this library does not take. The message is for the person who set it. */
class ConfigError extends Error {
  override name = 'ConfigError';
}

interface Rule {
  /** Ends the sentence "NAME must be …". */
  readonly must: string;
  accepts(value: string): boolean;
}

const SIGNALS = ['', 'TRACES_', 'LOGS_', 'METRICS_'];

const exporter = oneOf('otlp', 'none');
const count: Rule = {
  must: 'a whole number greater than 0',
  accepts: (value) => /^[1-9]\d{0,8}$/.test(value),
};
const address: Rule = { must: 'an http:// or https:// address', accepts: isHttpAddress };

const RULES: Readonly<Record<string, Rule>> = {
  OTEL_SDK_DISABLED: { must: 'true or false', accepts: (value) => /^(true|false)$/i.test(value) },
  OTEL_LOG_LEVEL: oneOf('NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'VERBOSE', 'ALL'),
  OTEL_TRACES_EXPORTER: exporter,
  OTEL_LOGS_EXPORTER: exporter,
  OTEL_METRICS_EXPORTER: exporter,
  OTEL_METRIC_EXPORT_INTERVAL: count,
  OTEL_TRACES_SAMPLER: oneOf(
    ...['always_on', 'always_off', 'traceidratio'].flatMap((name) => [name, `parentbased_${name}`]),
  ),
  OTEL_TRACES_SAMPLER_ARG: { must: 'a number from 0 to 1', accepts: isShare },
  OTEL_PROPAGATORS: listOf('tracecontext', 'baggage', 'b3', 'b3multi', 'none'),
  OTEL_RESOURCE_ATTRIBUTES: { must: 'a list like key=value,key=value', accepts: isPairList },
  ...rulesFor(['OTEL_BSP_', 'OTEL_BLRP_'], {
    MAX_QUEUE_SIZE: count,
    MAX_EXPORT_BATCH_SIZE: count,
    SCHEDULE_DELAY: count,
  }),
  ...rulesFor(
    SIGNALS.map((signal) => `OTEL_EXPORTER_OTLP_${signal}`),
    {
      ENDPOINT: address,
      PROTOCOL: oneOf('http/protobuf'),
      COMPRESSION: oneOf('none', 'gzip'),
      TIMEOUT: count,
    },
  ),
};

/** @throws ConfigError for the first variable whose value no rule accepts; values that hold secrets are not shown */
export function checkEnv(env: Env): void {
  for (const [name, rule] of Object.entries(RULES)) {
    const value = env[name];
    if (value && !rule.accepts(value)) {
      throw new ConfigError(
        `${name} must be ${rule.must}, but it is ${JSON.stringify(hideUserInfo(value))}.`,
      );
    }
  }
}

function fieldsOf(list: string): string[] {
  return list.split(',').flatMap((field) => field.trim() || []);
}

function rulesFor(prefixes: string[], rules: Record<string, Rule>): Record<string, Rule> {
  return Object.fromEntries(
    prefixes.flatMap((prefix) => Object.entries(rules).map(([name, rule]) => [prefix + name, rule])),
  );
}

function oneOf(...values: string[]): Rule {
  const must = values.length === 1 ? `${values[0]}` : `one of ${values.join(', ')}`;
  return { must, accepts: (value) => values.includes(value) };
}

function listOf(...values: string[]): Rule {
  return {
    must: `a list of ${values.join(', ')}`,
    accepts: (list) => fieldsOf(list).every((field) => values.includes(field)),
  };
}

function isHttpAddress(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

function isShare(value: string): boolean {
  return /^(\d+\.?\d*|\.\d+)(e-\d+)?$/i.test(value) && Number(value) <= 1;
}

function isPairList(value: string): boolean {
  return fieldsOf(value).every((field) => /^[^=]+=[^=]*$/.test(field) && !/%(?![0-9a-f]{2})/i.test(field));
}

/** An address may carry a password: `https://user:secret@collector`. */
function hideUserInfo(value: string): string {
  return value.replace(/\/\/[^/]*@/, '//[hidden]@');
}

import * as v from 'valibot';
import { CAPTURE_LIMITS } from './capture-defaults.ts';
import { isTimeZone } from './is-time-zone.ts';
import { numberFrom, objectOf, recordOf, textOf, wholeNumberFrom } from './schema-parts.ts';

/** As many operations as the SDKs of Jaeger take a rule of its server for. */
export const MAX_RULES = 2000;
const MAX_OPERATIONS = 10_000;
const DAY_SECONDS = 86_400;

const TIME = 'must be a time like 22:00';
const ZONE = 'must be a time zone like UTC or Europe/Berlin';
const VALUE = 'must be a text, a number or true or false';
const NAMED = 'must be "always" or "never"';
const RULES = `must be a list of ${MAX_RULES} rules at most`;

const ratio = numberFrom(0, 1);
/** From one in three hours. Without any: leave the limit out, or say `never`. */
const perSecond = numberFrom(0.0001, 1_000_000);
const burst = numberFrom(1, 10_000_000);
const limit = objectOf({ perSecond, burst: v.exactOptional(burst) });
const capture = objectOf({
  perSecond: v.exactOptional(perSecond, CAPTURE_LIMITS.perSecond),
  burst: v.exactOptional(burst, CAPTURE_LIMITS.burst),
  ceilingPerSecond: v.exactOptional(numberFrom(1, 1_000_000), CAPTURE_LIMITS.ceilingPerSecond),
});
const slowMillis = v.exactOptional(numberFrom(1, 3_600_000));

/**
 * Bounds of the boost: fewer failures, or a smaller factor, and chance makes one. The baseline has about 60 windows, so
 * that longer ones than an hour would remember days.
 */
const boost = objectOf({
  ratio,
  windowSeconds: v.exactOptional(numberFrom(1, 3600), 10),
  minFailures: v.exactOptional(wholeNumberFrom(5, 1_000_000), 5),
  factor: v.exactOptional(numberFrom(2, 1000), 2),
  cooldownSeconds: v.exactOptional(numberFrom(1, DAY_SECONDS), 60),
  slowMillis,
});

/** `null` takes away what a rule would have from `default`. */
const policyEntries = {
  policy: v.exactOptional(v.picklist(['always', 'never'], NAMED)),
  ratio: v.exactOptional(ratio),
  first: v.exactOptional(v.nullable(objectOf({ windowSeconds: numberFrom(1, DAY_SECONDS) }))),
  floor: v.exactOptional(v.nullable(objectOf({ perSecond }))),
  ceiling: v.exactOptional(v.nullable(limit)),
  boost: v.exactOptional(v.nullable(boost)),
  slowMillis,
};

const policy = objectOf(policyEntries);
const time = v.pipe(v.string(TIME), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, TIME));
const hours = objectOf({ from: time, to: time, timeZone: v.pipe(v.string(ZONE), v.check(isTimeZone, ZONE)) });

const match = objectOf({
  service: v.exactOptional(textOf(256)),
  operation: v.exactOptional(textOf(512)),
  attributes: v.exactOptional(recordOf(v.union([v.string(), v.number(), v.boolean()], VALUE))),
  resource: v.exactOptional(recordOf(textOf(1024))),
  hours: v.exactOptional(hours),
});

const rule = objectOf({ name: textOf(512), match, ...policyEntries });

/** The shape of a document and the bounds of its values; what they mean together is `buildDocument`'s. */
export const documentSchema = objectOf({
  version: v.literal(1, 'must be 1'),
  parent: v.exactOptional(v.picklist(['follow', 'ignore'], 'must be "follow" or "ignore"'), 'follow'),
  operations: v.exactOptional(wholeNumberFrom(1, MAX_OPERATIONS), 100),
  default: policy,
  forced: v.exactOptional(limit),
  overall: v.exactOptional(limit),
  capture: v.exactOptional(v.nullable(capture), CAPTURE_LIMITS),
  rules: v.exactOptional(v.pipe(v.array(rule, RULES), v.maxLength(MAX_RULES, RULES)), []),
});

export type WrittenDocument = v.InferOutput<typeof documentSchema>;
export type WrittenPolicy = v.InferOutput<typeof policy>;
export type WrittenLimit = v.InferOutput<typeof limit>;

import * as v from 'valibot';
import { describeIssue } from '../document/describe-issue.ts';
import { MAX_RULES } from '../document/document-schema.ts';
import { readSamplingDocument } from '../document/parse-sampling-document.ts';
import type { SamplingDocument } from '../document/sampling-document.ts';
import { SamplingDocumentError } from '../document/sampling-document-error.ts';
import { numberFrom, openObjectOf, textOf } from '../document/schema-parts.ts';

const TYPE = 'must be PROBABILISTIC or RATE_LIMITING';
const OPERATIONS = `must be a list of ${MAX_RULES} operations at most`;

const perSecond = numberFrom(0, 1_000_000);
const probabilistic = openObjectOf({ samplingRate: numberFrom(0, 1) });
const rateLimiting = openObjectOf({ maxTracesPerSecond: perSecond });

const operationSampling = openObjectOf({
  defaultSamplingProbability: numberFrom(0, 1),
  defaultLowerBoundTracesPerSecond: v.nullish(perSecond, 0),
  defaultUpperBoundTracesPerSecond: v.nullish(perSecond, 0),
  perOperationStrategies: v.nullish(
    v.pipe(
      // How many before what they are: a list without an end is to take no time.
      v.array(v.unknown(), OPERATIONS),
      v.maxLength(MAX_RULES, OPERATIONS),
      v.array(openObjectOf({ operation: textOf(512), probabilisticSampling: probabilistic })),
    ),
    [],
  ),
});

/** What there may be besides is left alone: the next version of Jaeger may have it. */
const strategySchema = openObjectOf({
  // Jaeger 2 sends Thrift's numbers, Jaeger 1 the names, and protobuf's JSON leaves a 0 out.
  strategyType: v.nullish(v.picklist(['PROBABILISTIC', 'RATE_LIMITING', 0, 1], TYPE), 0),
  probabilisticSampling: v.nullish(probabilistic),
  rateLimitingSampling: v.nullish(rateLimiting),
  operationSampling: v.nullish(operationSampling),
});

type Strategy = v.InferOutput<typeof strategySchema>;

/**
 * The answer of Jaeger's `GET /sampling?service=` as a document. Rates of operations come before the rate of the service, as in
 * Jaeger's own clients; the lower bound is a floor, the upper one and a rate limit are ceilings.
 * https://github.com/jaegertracing/jaeger-idl/blob/main/proto/api_v2/sampling.proto
 *
 * @throws SamplingDocumentError
 */
export function readStrategy(text: string, parent: SamplingDocument['parent']): SamplingDocument {
  const { success, output, issues } = v.safeParse(strategySchema, parseJson(text));
  if (!success) throw new SamplingDocumentError(issues.map(describeIssue));
  return readSamplingDocument({ version: 1, parent, ...partsOf(output) });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SamplingDocumentError(['its answer is no JSON']);
  }
}

function partsOf(strategy: Strategy): object {
  const {
    strategyType,
    operationSampling: operations,
    probabilisticSampling,
    rateLimitingSampling,
  } = strategy;
  if (operations) return operationParts(operations);
  if (strategyType === 'PROBABILISTIC' || strategyType === 0) {
    if (probabilisticSampling) return { default: { ratio: probabilisticSampling.samplingRate } };
    throw new SamplingDocumentError(['a PROBABILISTIC strategy must have probabilisticSampling']);
  }
  if (rateLimitingSampling) return limitParts(rateLimitingSampling.maxTracesPerSecond);
  throw new SamplingDocumentError(['a RATE_LIMITING strategy must have rateLimitingSampling']);
}

function limitParts(limit: number): object {
  return limit === 0
    ? { default: { policy: 'never' } }
    : { default: { ratio: 1 }, overall: { perSecond: limit } };
}

/** As many operations are told apart as by Jaeger's clients. Of two strategies for one operation the last counts there. */
function operationParts(operations: NonNullable<Strategy['operationSampling']>): object {
  const { defaultLowerBoundTracesPerSecond: floor, defaultUpperBoundTracesPerSecond: ceiling } = operations;
  const ratios = operations.perOperationStrategies.map(
    ({ operation, probabilisticSampling }) => [operation, probabilisticSampling.samplingRate] as const,
  );
  return {
    operations: MAX_RULES,
    default: {
      ratio: operations.defaultSamplingProbability,
      ...(floor > 0 && { floor: { perSecond: floor } }),
      ...(ceiling > 0 && { ceiling: { perSecond: ceiling } }),
    },
    // Jaeger's own order is another one each time, which would look like a change. A star in a name is none of ours there:
    // what it would match besides has to come before it.
    rules: [...new Map(ratios)]
      .sort(([a], [b]) => Number(a.includes('*')) - Number(b.includes('*')) || (a < b ? -1 : 1))
      .map(([operation, ratio]) => ({
        name: operation,
        match: { operation },
        ratio,
      })),
  };
}

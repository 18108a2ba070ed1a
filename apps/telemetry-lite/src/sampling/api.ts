import { type Answer, text } from '../http/answer.ts';
import type { Call, Route } from '../http/route.ts';
import type { Answers } from './answers.ts';
import type { SamplingAnswer } from './sampling-answer.ts';

const INT16_MAX = 32_767;

/**
 * `GET /sampling?service=`, and the same at `/`: Jaeger's remote sampling, with the answers of Jaeger 2.13.
 * https://www.jaegertracing.io/docs/2.13/architecture/apis/#remote-sampling-configuration
 */
export function samplingRoutes(current: () => Promise<Answers | undefined>): Route[] {
  const handle = async ({ query }: Call) => {
    const [service, ...more] = query.getAll('service');
    if (service === undefined || more.length > 0)
      return text(400, "'service' parameter must be provided once\n");
    const answers = await current();
    return answers ? encode(answers(service)) : text(503, 'there are no good strategies yet\n');
  };
  return ['/sampling', '/'].map((path) => ({ method: 'GET', path, handle }));
}

/** The rate is an int16 on Jaeger's wire: above it Jaeger fails, below it the number wraps round. */
function encode(answer: SamplingAnswer): Answer {
  if (answer.strategyType === 0) return ok(answer);
  const { maxTracesPerSecond: rate } = answer.rateLimitingSampling;
  if (rate > INT16_MAX) return text(500, 'cannot marshall to JSON\n');
  return ok({ ...answer, rateLimitingSampling: { maxTracesPerSecond: (rate << 16) >> 16 } });
}

function ok(answer: SamplingAnswer): Answer {
  return { status: 200, contentType: 'application/json', body: JSON.stringify(answer) };
}

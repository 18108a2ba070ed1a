import type { Mesh } from '../mesh/mesh.ts';
import { SERVICES } from '../service-name.ts';
import type { Count } from '../sink/tally.ts';

export const SPANS_PER_REQUEST = 7;
export const LINES_PER_REQUEST = 6;

/** What is missing or too much after all of a mesh's requests, in sentences: a figure of such a run says nothing. */
export function problemsOf(
  { configuration, placed, lines }: Pick<Mesh, 'configuration' | 'placed' | 'lines'>,
  { spans, logRecords }: Count = { spans: 0, logRecords: 0 },
): string[] {
  const { name, sampled, startLines, logsOverOtlp } = configuration;
  const ofRequests = placed() * LINES_PER_REQUEST;
  const wanted = ofRequests + startLines * SERVICES.length;
  const records = logsOverOtlp ? ofRequests : 0;
  return [
    ...(lines() === wanted ? [] : [`${name}: ${lines()} lines instead of ${wanted}`]),
    ...(fits(spans, placed(), sampled)
      ? []
      : [`${name}: ${spans} spans of ${placed()} requests at ${sampled * 100} %`]),
    ...(logRecords === records ? [] : [`${name}: ${logRecords} log records instead of ${records}`]),
  ];
}

/** Whole traces only, and as many as a fair sampler takes: within six standard deviations of the binomial. */
function fits(spans: number, requests: number, sampled: number): boolean {
  const expected = requests * sampled;
  const tolerance = 6 * Math.sqrt(expected * (1 - sampled));
  return spans % SPANS_PER_REQUEST === 0 && Math.abs(spans / SPANS_PER_REQUEST - expected) <= tolerance;
}

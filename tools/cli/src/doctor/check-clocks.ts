import type { TraceConfig } from '../trace/config.ts';
import type { Check } from './check.ts';
import type { Facts } from './read-report.ts';

/** The header has whole seconds; a trace that is off by less can still be read. */
const MAX_SKEW_MS = 2_000;
const LIMIT_MS = 5_000;

/** How far the clocks of the collector and of the back ends are from this one, by the `Date` of their answers. */
export async function checkClocks({ traces }: Facts, { spans, lines }: TraceConfig): Promise<Check[]> {
  const collector = traces === 'none' ? [] : [{ name: 'the collector', url: traces }];
  const checks = await Promise.all([...collector, spans.backEnd, lines.backEnd].map(checkClock));
  return checks.flatMap((check) => check ?? []);
}

async function checkClock(place: {
  readonly name: string;
  readonly url: string;
}): Promise<Check | undefined> {
  const skewMs = await askSkew(place.url);
  if (skewMs === undefined) return undefined;
  const name = `clock of ${place.name}`;
  if (Math.abs(skewMs) <= MAX_SKEW_MS)
    return { name, ok: true, sentence: `The clock of ${place.name} agrees with this one.` };
  const way = skewMs > 0 ? 'ahead of' : 'behind';
  return {
    name,
    ok: false,
    sentence: `The clock of ${place.name} at ${place.url} is ${Math.abs(skewMs / 1000).toFixed(0)} s ${way} this one, so that spans of several machines do not fit together: let NTP set both.`,
  };
}

/** Milliseconds; undefined where there is no answer, or none with a date. */
async function askSkew(url: string): Promise<number | undefined> {
  const before = Date.now();
  const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(LIMIT_MS) }).catch(
    () => undefined,
  );
  const date = Date.parse(response?.headers.get('date') ?? '');
  // The middle of the second that the header names, against the middle of the question and its answer.
  return Number.isNaN(date) ? undefined : date + 500 - (before + Date.now()) / 2;
}

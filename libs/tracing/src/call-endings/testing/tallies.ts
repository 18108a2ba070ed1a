import assert from 'node:assert/strict';
import type { ReceivedSpan } from '../../testing/otlp.ts';
import type { ReceivedMetric } from '../../testing/otlp-metrics.ts';
import type { Ran } from './run-cases.ts';

/** How often calls ended in one way in one process, by a text that says which way and where; sorted. */
type Tally = readonly (readonly [ending: string, calls: number])[];

type Values = Readonly<Record<string, unknown>>;

const SERVER = 2;
const CLIENT = 3;
const NAMES = [
  'rpc.method',
  'rpc.status_code',
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'error.type',
];

/** Compares two histograms with the spans of those processes that sent their last values, of which all spans are here. */
export function expectCounted({ spans, metrics }: Ran<unknown>, server: string, client: string): void {
  const whole = new Set(metrics.map(({ resource }) => resource['process.pid']));
  const known = spans.filter(({ resource }) => whole.has(resource['process.pid']));
  for (const [kind, name] of [
    [SERVER, server],
    [CLIENT, client],
  ] as const) {
    const expected = tallyOfSpans(known, kind, name.slice(0, name.indexOf('.')));
    assert.ok(expected.length > 10, 'there is nothing to compare with');
    assert.deepEqual(tallyOfDurations(metrics, kind, name), expected);
  }
}

/** @param system `rpc` or `http` */
function tallyOfSpans(spans: readonly ReceivedSpan[], kind: number, system: string): Tally {
  const calls = spans.filter(
    (span) => span.kind === kind && Object.keys(span.attributes).some((key) => key.startsWith(`${system}.`)),
  );
  return tally(calls.map(({ resource, attributes }) => [endingOf(resource, attributes, kind), 1]));
}

function tallyOfDurations(metrics: readonly ReceivedMetric[], kind: number, name: string): Tally {
  const named = metrics.filter((metric) => metric.name === name);
  const last = new Map(named.map((metric) => [metric.resource['process.pid'], metric]));
  return tally(
    [...last.values()].flatMap(({ resource, points }) =>
      points.map(({ attributes, count }) => [endingOf(resource, attributes, kind), count] as const),
    ),
  );
}

function endingOf(resource: Values, attributes: Values, kind: number): string {
  // Of a server it is no part of the series.
  const place = kind === CLIENT ? ['server.address', 'server.port'] : [];
  const values = [...NAMES, ...place].map((name) => attributes[name] ?? '-');
  return [resource['process.pid'], ...values].join(' ');
}

function tally(endings: readonly (readonly [string, number])[]): Tally {
  const calls = new Map<string, number>();
  for (const [ending, count] of endings) calls.set(ending, (calls.get(ending) ?? 0) + count);
  return [...calls].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TraceFlags } from '@opentelemetry/api';
import { defaultResource } from '@opentelemetry/resources';
import { decodeMetrics, type ReceivedMetric } from '../testing/otlp-metrics.ts';
import { until } from '../testing/until.ts';
import { createCallDurations, type MeasuredDurations } from './create-call-durations.ts';
import { createMetricsEncoder } from './otlp/create-metrics-encoder.ts';

const place = Object.freeze({ 'rpc.method': 'shop.Stock/Get', 'server.address': 'stock' });

function start(exemplars = true) {
  const durations = createCallDurations({
    name: 'calls',
    description: 'Calls.',
    attributes: ['rpc.method', 'server.address'],
    outcome: 'rpc.status_code',
  });
  durations.start({ exemplars });
  return { durations, read: reader(durations) };
}

/** Without the points in which nothing is: they are there to begin a series. */
function reader(durations: MeasuredDurations): () => ReceivedMetric {
  const read = readerOfAll(durations);
  return () => {
    const metric = read();
    return { ...metric, points: metric.points.filter(({ count }) => count > 0) };
  };
}

function readerOfAll(durations: MeasuredDurations): () => ReceivedMetric {
  const encode = createMetricsEncoder(defaultResource(), [durations]);
  return () => decodeMetrics(Buffer.from(encode()))[0] ?? assert.fail('no metric');
}

function nextMillisecond(): Promise<unknown> {
  const now = Date.now();
  return until(() => Date.now() > now || undefined, 'a later time');
}

function spanContext(digit: string, traceFlags = TraceFlags.SAMPLED) {
  return { traceId: digit.repeat(32), spanId: digit.repeat(16), traceFlags };
}

test('calls of one operation and one outcome are one series, in the buckets of the conventions', () => {
  const { durations, read } = start();
  for (const seconds of [0, 0.005, 0.0051, 0.3, 10, 11, -1, Number.NaN])
    durations.record(place, 'OK', undefined, seconds, undefined);
  const { points, unit, temporality } = read();
  const [point = assert.fail(), ...others] = points;
  assert.deepEqual([others, unit, temporality], [[], 's', 2]);
  assert.deepEqual(point.attributes, { ...place, 'rpc.status_code': 'OK' });
  assert.equal(point.count, 8);
  assert.ok(Math.abs(point.sum - 21.3101) < 1e-9);
  assert.deepEqual(point.bounds, [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]);
  assert.deepEqual(point.buckets, [4, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1]);
});

test('each outcome and error is a series; who holds the attributes, and what else they say, is none', () => {
  const { durations, read } = start();
  durations.record(place, 'OK', undefined, 1, undefined);
  durations.record(Object.freeze({ ...place }), 'OK', undefined, 1, undefined);
  durations.record({ ...place, 'rpc.method_original': 'invented' }, 'OK', undefined, 1, undefined);
  durations.record(place, 'INTERNAL', 'INTERNAL', 1, undefined);
  durations.record(place, 'INTERNAL', 'timeout', 1, undefined);
  durations.record(place, undefined, undefined, 1, undefined);
  assert.deepEqual(
    read().points.map(({ attributes, count }) => [attributes, count]),
    [
      [{ ...place, 'rpc.status_code': 'OK' }, 3],
      [{ ...place, 'rpc.status_code': 'INTERNAL', 'error.type': 'INTERNAL' }, 1],
      [{ ...place, 'rpc.status_code': 'INTERNAL', 'error.type': 'timeout' }, 1],
      [place, 1],
    ],
  );
});

test('values are cumulative: the next request has the calls of this one too, from the same start', () => {
  const { durations, read } = start();
  durations.record(place, 'OK', undefined, 1, undefined);
  const [first = assert.fail()] = read().points;
  durations.record(place, 'OK', undefined, 1, undefined);
  const [second = assert.fail()] = read().points;
  assert.deepEqual([first.count, second.count], [1, 2]);
  assert.equal(first.startUnixNano, second.startUnixNano);
  assert.ok(second.startUnixNano <= first.endUnixNano && first.endUnixNano <= second.endUnixNano);
});

test('a series begins with nothing, at the time of the request before, so that its first calls are an increase', async () => {
  const { durations } = start();
  const read = readerOfAll(durations);
  await nextMillisecond();
  durations.record(place, 'OK', undefined, 1, undefined);
  const [nothing = assert.fail(), first = assert.fail(), ...more] = read().points;
  assert.deepEqual([nothing.count, nothing.sum, first.count, more], [0, 0, 1, []]);
  assert.deepEqual(nothing.attributes, first.attributes);
  assert.equal(nothing.endUnixNano, first.startUnixNano);
  await nextMillisecond();
  durations.record(place, 'NOT_FOUND', undefined, 1, undefined);
  const [, later = assert.fail(), second, ...none] = read().points;
  assert.deepEqual([later.count, later.endUnixNano, second?.count, none], [0, first.endUnixNano, 1, []]);
});

test('of each bucket the newest sampled call is an exemplar, and an unsampled one never', () => {
  const { durations, read } = start();
  for (const [digit, seconds] of [
    ['1', 0.001],
    ['2', 0.002],
    ['3', 0.2],
  ] as const)
    durations.record(place, 'OK', undefined, seconds, spanContext(digit));
  durations.record(place, 'OK', undefined, 0.003, spanContext('4', TraceFlags.NONE));
  assert.deepEqual(
    read().points[0]?.exemplars.map(({ traceId, spanId, value }) => [traceId, spanId, value]),
    [
      ['2'.repeat(32), '2'.repeat(16), 0.002],
      ['3'.repeat(32), '3'.repeat(16), 0.2],
    ],
  );
});

test('without exemplars calls are counted all the same', () => {
  const { durations, read } = start(false);
  durations.record(place, 'OK', undefined, 1, spanContext('1'));
  assert.deepEqual([read().points[0]?.count, read().points[0]?.exemplars], [1, []]);
});

test('beyond 2000 series all further ones are one, that says so', () => {
  const { durations, read } = start();
  for (let index = 0; index < 3000; index++)
    durations.record({ 'rpc.method': `method ${index}` }, 'OK', undefined, 1, undefined);
  durations.record({ 'rpc.method': 'method 7' }, 'OK', undefined, 1, undefined);
  const { points } = read();
  assert.equal(points.length, 2000);
  assert.deepEqual(points.at(-1)?.attributes, { 'otel.metric.overflow': true });
  assert.deepEqual([points.at(7)?.count, points.at(-1)?.count], [2, 1001]);
});

test('nothing is counted before metrics are on', () => {
  const options = { name: 'calls', description: '', attributes: [], outcome: 'rpc.status_code' };
  const durations = createCallDurations(options);
  durations.record(place, 'OK', undefined, 1, undefined);
  assert.deepEqual(durations.read(), []);
});

test('a metric without points is left out: Prometheus fails the whole request for it', () => {
  const { durations } = start();
  const encode = createMetricsEncoder(defaultResource(), [durations]);
  assert.deepEqual(decodeMetrics(Buffer.from(encode())), []);
});

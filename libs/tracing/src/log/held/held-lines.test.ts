import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Collector, startCollector } from '../../testing/collector.ts';
import { type Line, startService } from '../../testing/service.ts';

let collector: Collector;
let lines: Line[];
let stderr: string;

async function run(env: Record<string, string> = {}): Promise<void> {
  await using service = startService('held-lines', {
    env: {
      OTEL_SERVICE_NAME: 'cart',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_SAMPLER: 'parentbased_always_off',
      ...env,
    },
  });
  assert.equal((await service.exit).code, 0, service.stderr());
  lines = service.lines;
  stderr = service.stderr();
}

before(async () => {
  collector = await startCollector();
  await run();
});
after(() => collector[Symbol.asyncDispose]());

const written = (name: string) =>
  lines.filter(({ message }) => String(message).startsWith(`${name} `)).map(({ message }) => message);
const arrived = (name: string) =>
  collector.logs.filter(({ body }) => String(body).startsWith(`${name} `)).map(({ body }) => body);
const line = (message: string) => lines.find((found) => found['message'] === message) ?? assert.fail(message);

/** The lines of a request whose level holds back nothing, without what is of the one request alone. */
const common = (name: string) =>
  lines
    .filter(({ message }) => String(message).startsWith(`${name} `))
    .map(
      ({
        timestamp: _,
        trace_id,
        span_id,
        expected,
        'sampling.reason': reason,
        message,
        error,
        ...line
      }) => ({
        ...line,
        message: String(message).slice(name.length + 1),
        hasIds: Boolean(trace_id && span_id),
      }),
    );

test('of a request that is kept, the lines that its level held back are written, and those that follow', () => {
  const [first, ...held] = written('kept');
  assert.deepEqual([first, held.at(-1), held.length], ['kept is handled', 'kept ends', 17]);
  assert.deepEqual(arrived('kept'), written('kept'));
});

test('of a request that is not kept, they are nowhere', () => {
  assert.deepEqual([written('good'), arrived('good')], [['good is handled'], ['good is handled']]);
});

test('what the level lets through is written once, at once, and without a reason; silent means silent', () => {
  const names = written('loud');
  assert.deepEqual([names.length, new Set(names).size], [18, 18]);
  assert.deepEqual(arrived('loud'), names);
  assert.equal('sampling.reason' in line('loud asked'), false);
  assert.deepEqual([written('mute'), arrived('mute')], [[], []]);
});

test('a line that was held says what it would have said at once, whatever its logger was given', () => {
  const bySort = (name: string) =>
    common(name).sort((one, other) => one.message.localeCompare(other.message));
  assert.deepEqual(bySort('kept'), bySort('loud'));
});

test('a line that is written late is as it was at its call: its time, its ids, its values, and nothing secret', async () => {
  const { timestamp, expected, ...asked } = line('kept asked');
  assert.deepEqual(asked, {
    level: 'http',
    message: 'kept asked',
    'service.name': 'cart',
    trace_id: line('kept is handled')['trace_id'],
    span_id: expected,
    trace_flags: line('kept is handled')['trace_flags'],
    path: '/orders',
    password: '[REDACTED]',
    'sampling.reason': 'promoted:marked',
  });
  assert.ok(String(timestamp) <= String(line('kept is handled')['timestamp']));
  const stock = line('kept has stock');
  assert.deepEqual([stock['left'], stock['sku']], [[3], 'SKU-0001']);
  const error = line('kept caught out of range')['error'] as Line;
  assert.equal(error['type'], 'RangeError');
});

test('its log record says the same, and when it was decided to send it', async () => {
  const asked = await collector.log('kept asked');
  const caught = await collector.log('kept caught out of range');
  assert.equal(asked.traceId, line('kept asked')['trace_id']);
  assert.deepEqual(
    [asked.attributes['sampling.reason'], asked.attributes['password'], asked.severityNumber],
    ['promoted:marked', '[REDACTED]', 7],
  );
  assert.deepEqual(
    [caught.attributes['sampling.reason'], caught.attributes['exception.type']],
    ['promoted:marked', 'RangeError'],
  );
});

test('a transport that somebody added gets none of it, and no line is lost in the count', () => {
  assert.doesNotMatch(stderr, /kept asked/);
  const started = collector.logs.length;
  assert.deepEqual(line('tracing ended')['logs'], { started, exported: started, dropped: {}, unknown: 0 });
});

test('where capture is off, nothing is held', async () => {
  await run({ MESH_CAPTURE: 'off' });
  assert.deepEqual(written('kept'), ['kept is handled']);
});

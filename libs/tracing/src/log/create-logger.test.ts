import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import winston from 'winston';
import { now } from '../clock.ts';
import { startCollector } from '../testing/collector.ts';
import { type Line, startService } from '../testing/service.ts';
import { createLogger } from './create-logger.ts';
import { makeLine } from './make-line.ts';
import { readCall } from './read-call.ts';

async function writtenLines(preloadEnv?: Record<string, string>): Promise<Line[]> {
  await using service = startService('lines', {
    preload: preloadEnv !== undefined,
    env: { OTEL_SERVICE_NAME: 'cart', ...preloadEnv },
  });
  assert.equal((await service.exit).code, 0, service.stderr());
  return service.lines.filter((line) => !String(line['message']).startsWith('tracing '));
}

function find(lines: readonly Line[], start: string): Line {
  return lines.find((line) => String(line['message']).startsWith(start)) ?? assert.fail(`no line ${start}`);
}

test('a line is one JSON object that starts with timestamp, level, message and service.name', async () => {
  const plain = find(await writtenLines(), 'plain');
  assert.deepEqual(Object.keys(plain), ['timestamp', 'level', 'message', 'service.name', 'sku', 'quantity']);
  assert.match(String(plain['timestamp']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.deepEqual(
    [plain['level'], plain['service.name'], plain['sku'], plain['quantity']],
    ['info', 'cart', 'SKU-0001', 2],
  );
});

test('a line outside any request has no ids, unless the call gives them', async () => {
  const lines = await writtenLines();
  assert.equal('trace_id' in find(lines, 'plain'), false);
  const given = find(lines, 'before a span');
  assert.deepEqual(
    [given['trace_id'], given['span_id'], given['trace_flags']],
    ['a'.repeat(32), 'b'.repeat(16), '01'],
  );
});

test('the active span wins over ids in the call, also for lines that winston holds back at the start', async () => {
  const lines = await writtenLines({ OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' });
  for (const name of ['a', 'b']) {
    const ofSpan = lines.filter((line) => line['message'] === `inside ${name}`);
    assert.equal(ofSpan.length, 20);
    assert.deepEqual(new Set(ofSpan.map((line) => line['trace_id'])), new Set([ofSpan[0]?.['expected']]));
  }
});

test('ids in the call that are not those of the line are fields of their own', () => {
  const ids = { traceId: 'f'.repeat(32), spanId: 'e'.repeat(16), traceFlags: 1 };
  const call = readCall('info', [
    'linked',
    { trace_id: 'a'.repeat(32), span_id: ids.spanId, trace_flags: 7 },
  ]);
  const line = JSON.parse(makeLine(call, now(), ids).json) as Line;
  assert.deepEqual(
    [line['trace_id'], line['fields.trace_id'], line['fields.span_id'], line['fields.trace_flags']],
    [ids.traceId, 'a'.repeat(32), undefined, 7],
  );
});

test('an error is written with type, message, stack and cause wherever it stands', async () => {
  const lines = await writtenLines();
  const asMessage = find(lines, 'as the message')['error'] as Record<string, unknown>;
  assert.deepEqual([asMessage['type'], asMessage['message']], ['TypeError', 'as the message']);
  assert.match(String(asMessage['stack']), /lines\.ts/);
  assert.equal((asMessage['cause'] as Record<string, unknown>)['message'], 'the cause');
  const asFields = find(lines, 'as the fields')['error'] as Record<string, unknown>;
  assert.deepEqual([asFields['type'], asFields['message']], ['RangeError', 'out of range']);
  const asField = find(lines, 'as a field')['error'] as Record<string, unknown>;
  assert.deepEqual([asField['type'], asField['code']], ['Error', 'P0002']);
});

test('what the arguments of a call hold is written, whatever they are', async () => {
  const lines = await writtenLines();
  assert.deepEqual(find(lines, 'two numbers')['args'], [1, 2]);
  assert.equal(find(lines, 'of a child')['orderId'], 'o-1');
  assert.equal(find(lines, 'reserved')['fields.timestamp'], 'yesterday');
  assert.equal(find(lines, '{"not":"text"}')['level'], 'info');
});

test('a level below the configured one is not written', async () => {
  assert.equal(
    (await writtenLines()).find((line) => line['level'] === 'debug'),
    undefined,
  );
});

test('a transport that somebody adds gets the lines as well, and a logger that is silenced writes none', async () => {
  const logger = createLogger();
  const stream = new PassThrough();
  logger.clear().add(new winston.transports.Stream({ stream }));
  logger.info('seen', { sku: 'SKU-0001' });
  logger.silent = true;
  logger.info('not seen');
  logger.silent = false;
  logger.info('seen again');
  logger.on('finish', () => stream.end()).end();
  const lines = (await text(stream)).trim().split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).message),
    ['seen', 'seen again'],
  );
});

test('levels, silence and transports may change at any time', async () => {
  await using service = startService('logger-states', { preload: false });
  assert.equal((await service.exit).code, 0, service.stderr());
  assert.deepEqual(service.lines.map(({ message }) => message).toSorted(), [
    ...['level of the logger', 'level of the transport'],
    ...['read', 'reconfigured', 'with a second transport', 'without it'],
  ]);
  assert.equal(service.lines.find(({ message }) => message === 'read')?.['chunk'], 'with a second transport');
});

for (const end of ['exit', 'throw'] as const) {
  test(`lines of the turn in which a process ends by ${end} are written, and in order`, async () => {
    await using service = startService('lines-at-the-end', { preload: false, args: [end] });
    assert.equal((await service.exit).code, end === 'exit' ? 3 : 1);
    const messages = service.lines.map((line) => line['message']);
    assert.deepEqual(messages.slice(0, 2), ['first', 'last']);
  });
}

test('a level that does not exist is refused with the list of those that do', () => {
  assert.throws(
    () => createLogger({ level: 'loud' }),
    /must be one of error, warn, info, .*, but it is loud/,
  );
});

test('hostile text cannot forge or hide a line', async () => {
  await using service = startService('lines', { preload: false });
  await service.exit;
  const raw =
    service
      .stdout()
      .split('\n')
      .find((line) => line.includes('hostile')) ?? '';
  assert.match(raw, /hostile \\n\{\\"level\\":\\"error\\"\}\\u2028\\u202e\\u009b31m/);
  const line = JSON.parse(raw);
  assert.equal(line.level, 'warn');
  assert.equal(line.circular.self, '[Circular]');
  assert.equal(line.big, '10');
  assert.equal(line.lone, '\ufffd');
});

test('a line is never longer than 16 KiB and says that it was cut', async () => {
  await using service = startService('lines', { preload: false });
  await service.exit;
  const long = service
    .stdout()
    .split('\n')
    .filter((line) => line.includes('"truncated":true'));
  assert.equal(long.length, 3);
  for (const line of long) assert.ok(Buffer.byteLength(line) <= 16 * 1024, `${Buffer.byteLength(line)}`);
});

test('each line is an OTLP record with the same message, severity and fields, in the order of the calls', async () => {
  await using collector = await startCollector();
  const lines = await writtenLines({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const byTime = collector.logs.toSorted((a, b) => Number(a.timeUnixNano - b.timeUnixNano));
  assert.deepEqual(
    byTime.map((log) => log.body),
    lines.map((line) => line['message']),
  );
  const plain = await collector.log('plain');
  assert.deepEqual(plain.attributes, { sku: 'SKU-0001', quantity: 2 });
  assert.deepEqual([plain.severityNumber, plain.severityText, plain.traceId], [9, 'info', '']);
  const failed = await collector.log('as a field');
  assert.deepEqual(
    [failed.severityNumber, failed.attributes['error.code'], failed.attributes['exception.type']],
    [17, 'P0002', 'Error'],
  );
  assert.match(String(failed.attributes['exception.stacktrace']), /lines\.ts/);
  const given = await collector.log('before a span');
  assert.deepEqual([given.traceId, given.spanId, given.flags], ['a'.repeat(32), 'b'.repeat(16), 1]);
});

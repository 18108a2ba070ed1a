import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyValue } from '@opentelemetry/api';
import { ROOT_CONTEXT, SeverityNumber, trace } from '@opentelemetry/api';
import { ProtobufLogsSerializer } from '@opentelemetry/otlp-transformer';
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { createLedger } from '../delivery/ledger.ts';
import { createResource } from '../resource.ts';
import { createLogProcessor } from './log-processor.ts';
import { createLogSink } from './log-sink.ts';
import { collectRequests } from './testing/collect-requests.ts';
import { readLogRecord, readRequest } from './testing/read-request.ts';

const resource = createResource();
const SCOPE = { name: 'test' };
const IDS = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 3 };

function startLogs(attributeCountLimit = 128, attributeValueLengthLimit = Infinity) {
  const outbox = collectRequests();
  const ledger = createLedger();
  const limits = { attributeCountLimit, attributeValueLengthLimit };
  const sink = createLogSink({ resource, outbox, ledger, limits, maxBatchItems: 512, delayMillis: 1000 });
  return { outbox, ledger, sink };
}

test('the bytes of a request say the same as those of the serializer of the SDK', async () => {
  const { outbox, sink } = startLogs();
  const exporter = new InMemoryLogRecordExporter();
  const processors = [
    new SimpleLogRecordProcessor({ exporter }),
    createLogProcessor(sink, async () => sink.flush()),
  ];
  const provider = new LoggerProvider({ resource, processors });
  const attributes = {
    ...{
      text: 'é€',
      int: -5,
      double: 0.5,
      bool: false,
      empty: '',
      list: ['a', 1, null],
      bytes: new Uint8Array(3),
    },
    ...{ map: { nested: { deeply: [true] } }, nothing: undefined, large: 2 ** 60 },
  };
  const context = trace.setSpanContext(ROOT_CONTEXT, IDS);
  for (const logger of [
    provider.getLogger('a'),
    provider.getLogger('b', '1.0', { schemaUrl: 'https://example.org/schema' }),
  ]) {
    logger.emit({ body: 'plain' });
    logger.emit({
      body: { a: [1] },
      attributes,
      severityNumber: SeverityNumber.WARN,
      severityText: 'warn',
      context,
    });
    logger.emit({ eventName: 'event', timestamp: [1_795_000_000, 1], observedTimestamp: [1_795_000_001, 2] });
  }
  await sink.flush();
  const records = exporter.getFinishedLogRecords();
  assert.equal(records.length, 6);
  const expected = ProtobufLogsSerializer.serializeRequest(records) ?? new Uint8Array();
  const [request = new Uint8Array()] = outbox.requests;
  assert.deepEqual(readRequest(request, readLogRecord), readRequest(expected, readLogRecord));
});

function record(
  sink: ReturnType<typeof startLogs>['sink'],
  severityNumber: number,
  fields: Record<string, AnyValue>,
) {
  const attributes = sink.startAttributes();
  for (const [name, value] of Object.entries(fields)) attributes.add(name, value);
  const time: [number, number] = [1_795_000_000, 0];
  const rest = { time, observedTime: time, severityText: 'info', body: 'x', eventName: undefined };
  return { ...rest, severityNumber, attributes, spanContext: undefined, instrumentationScope: SCOPE };
}

test('the limits of a record are held, and what is beyond is counted', async () => {
  const { outbox, sink, ledger } = startLogs(2, 3);
  sink.take(record(sink, 9, { a: 'abcdef', b: 1, c: 2, d: 3 }));
  sink.take(record(sink, 9, { e: 1 }));
  await sink.flush();
  const [{ scopes } = { scopes: [] }] = readRequest(
    outbox.requests[0] ?? new Uint8Array(),
    readLogRecord,
  ) as {
    scopes: { items: { attributes: unknown; dropped: bigint }[] }[];
  }[];
  assert.deepEqual(
    scopes[0]?.items.map(({ attributes, dropped }) => [attributes, dropped]),
    [
      [
        [
          ['a', [{ text: 'abc' }]],
          ['b', [{ int: 1n }]],
        ],
        2n,
      ],
      [[['e', [{ int: 1n }]]], 0n],
    ],
  );
  assert.equal(ledger.totals().started, 2);
});

test('a warning makes its request important, and records that are made within each other are whole', async () => {
  const { outbox, sink } = startLogs();
  const outer = sink.startAttributes();
  outer.add('outer', 1);
  sink.take(record(sink, 13, { inner: 1 }));
  outer.add('outer too', 2);
  sink.take({ ...record(sink, 9, {}), attributes: outer });
  await sink.flush();
  assert.deepEqual(
    outbox.batches.map(({ isImportant, items }) => [isImportant, items]),
    [[true, 2]],
  );
  assert.match(
    JSON.stringify(readRequest(outbox.requests[0] as Uint8Array, readLogRecord), (_, value) =>
      typeof value === 'bigint' ? Number(value) : value,
    ),
    /"inner".*"outer".*"outer too"/s,
  );
});

test('a body that cannot be read does not reach the caller, and the record goes without it', async () => {
  const { outbox, sink, ledger } = startLogs();
  const provider = new LoggerProvider({ resource, processors: [createLogProcessor(sink, sink.flush)] });
  const hostile = {
    get secret(): string {
      throw new Error('not yours');
    },
  };
  let deep: AnyValue = 'x';
  for (let depth = 0; depth < 20_000; depth++) deep = { deep };
  for (const body of [hostile, deep]) provider.getLogger('a').emit({ body, severityText: 'warn' });
  await sink.flush();
  assert.equal(outbox.batches[0]?.items, 2);
  assert.equal(ledger.totals().started, 2);
});

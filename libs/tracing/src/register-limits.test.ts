import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';

/** What arrives of a span and a line with ten attributes, events and links, ten attributes each. */
async function arrivalsWith(limits: Record<string, string>) {
  await using collector = await startCollector();
  await using service = startService('full-span', {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...limits },
  });
  assert.equal((await service.exit).code, 0, service.stderr());
  const [span, log] = [await collector.span('full'), await collector.log('full')];
  const { attributes, events, links } = span;
  return {
    attributes: Object.keys(attributes).length,
    length: String(attributes['key0']).length,
    events: events.length,
    eventAttributes: Object.keys(events[0]?.attributes ?? {}).length,
    links: links.length,
    lineAttributes: Object.keys(log.attributes).length,
    lineLength: String(log.attributes['key0']).length,
  };
}

test('without a limit everything arrives', async () => {
  assert.deepEqual(await arrivalsWith({}), {
    // Four say why it is kept.
    attributes: 14,
    length: 10,
    events: 10,
    eventAttributes: 10,
    links: 10,
    lineAttributes: 10,
    lineLength: 10,
  });
});

test('the limits for all attributes hold for spans, for their parts and for lines', async () => {
  const limits = { OTEL_ATTRIBUTE_COUNT_LIMIT: '7', OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT: '5' };
  const { attributes, length, eventAttributes, lineAttributes, lineLength } = await arrivalsWith(limits);
  assert.deepEqual(
    { attributes, length, eventAttributes, lineAttributes, lineLength },
    { attributes: 7, length: 5, eventAttributes: 7, lineAttributes: 7, lineLength: 5 },
  );
});

test('each part has a limit of its own', async () => {
  assert.deepEqual(
    await arrivalsWith({
      OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: '6',
      OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT: '4',
      OTEL_SPAN_EVENT_COUNT_LIMIT: '3',
      OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT: '2',
      OTEL_SPAN_LINK_COUNT_LIMIT: '1',
      OTEL_LINK_ATTRIBUTE_COUNT_LIMIT: '1',
      OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT: '9',
      OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT: '8',
    }),
    {
      attributes: 6,
      length: 4,
      events: 3,
      eventAttributes: 2,
      links: 1,
      lineAttributes: 9,
      lineLength: 8,
    },
  );
});

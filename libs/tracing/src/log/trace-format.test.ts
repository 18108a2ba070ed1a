import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import winston from 'winston';
import { traceFormat } from './trace-format.ts';

test('a logger of winston itself writes whole lines by the format alone', async () => {
  const stream = new PassThrough();
  const transports = [new winston.transports.Stream({ stream })];
  const log = winston.createLogger({ format: traceFormat(), defaultMeta: { shop: 'a' }, transports });
  const ids = { trace_id: 'a'.repeat(32), span_id: 'b'.repeat(16), trace_flags: '01' };
  const error = Object.assign(new RangeError('too many'), { code: 'E1' });
  log.info('plain', { level: 'loud', sku: 'SKU-1', ...ids });
  log.info('%s in it', { sku: 'SKU-1' });
  log.error('order:', error);
  log.error('as a field', { error });
  log.error(error);
  log.debug('below the level');
  log.on('finish', () => stream.end()).end();
  const lines = (await text(stream))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map(({ level, message, sku, shop }) => [level, message, sku, shop]),
    [
      ['info', 'plain', 'SKU-1', 'a'],
      ['info', '%s in it', 'SKU-1', 'a'],
      ['error', 'order: too many', undefined, 'a'],
      ['error', 'as a field', undefined, 'a'],
      // winston writes the metadata onto the Error itself.
      ['error', 'too many', undefined, undefined],
    ],
  );
  const { timestamp, 'service.name': name, ...plain } = lines[0];
  assert.deepEqual(plain, { level: 'info', message: 'plain', ...ids, shop: 'a', sku: 'SKU-1' });
  assert.deepEqual([typeof timestamp, typeof name], ['string', 'string']);
  for (const line of lines.slice(2)) {
    const { type, message, code, stack } = line.error;
    assert.deepEqual([type, message, code], ['RangeError', 'too many', 'E1']);
    assert.match(stack, /trace-format\.test/);
    assert.equal('stack' in line || 'code' in line, false);
  }
});

test('a transport gets the ids as fields, and an object that is logged twice is not changed', () => {
  const format = traceFormat();
  const ids = { trace_id: 'a'.repeat(32), span_id: 'b'.repeat(16), trace_flags: '01' };
  const info = Object.freeze({ level: 'info', message: 'x', sku: 'SKU-1', ...ids });
  assert.deepEqual(
    { ...(format.transform(info) as object), [Symbol.for('message')]: 0 },
    {
      ...info,
      [Symbol.for('message')]: 0,
    },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import winston from 'winston';
import { now } from '../clock.ts';
import { replaceMethods } from './logger-methods.ts';
import { makeLine } from './make-line.ts';

/** A logger, and what its lines say beside their head. */
function startLogger() {
  const lines: Record<string, unknown>[] = [];
  const logger = replaceMethods(winston.createLogger({ level: 'info' }), {
    isEnabled: (level) => level !== 'debug',
    wantedIn: () => undefined,
    put(call) {
      const { timestamp, 'service.name': name, ...line } = JSON.parse(makeLine(call, now()).json);
      lines.push(line);
      return true;
    },
  });
  return { logger, lines };
}

test('each way to call a logger of winston is understood', () => {
  const { logger, lines } = startLogger();
  logger.info('a');
  logger.info('b', { x: 1 });
  logger.info({ message: 'c', x: 1 });
  logger.log('warn', 'd');
  logger.log('warn', 'e', { x: 1 });
  logger.log({ level: 'warn', message: 'f', x: 1 });
  logger.log('warn', { message: 'g', x: 1 } as unknown as string);
  logger.write({ level: 'warn', message: 'h', x: 1 });
  logger.debug('not written');
  assert.deepEqual(
    lines.map(({ level, message, x }) => [level, message, x]),
    [
      ...[
        ['info', 'a', undefined],
        ['info', 'b', 1],
        ['info', 'c', 1],
      ],
      ...[
        ['warn', 'd', undefined],
        ['warn', 'e', 1],
        ['warn', 'f', 1],
        ['warn', 'g', 1],
        ['warn', 'h', 1],
      ],
    ],
  );
});

test('what is no message and no fields is kept', () => {
  const { logger, lines } = startLogger();
  const call = logger.info as (...args: unknown[]) => void;
  for (const message of [undefined, null, 0, ['a'], new Date(0)]) call(message);
  for (const args of [['a', 2], [[1]], [null], [new Map([['b', 1]])], [{ x: 1 }, 2]]) call('%s of', ...args);
  call('a', { message: 'b', level: 'c' }, new Error('d'));
  assert.deepEqual(
    lines.slice(0, 5).map(({ message }) => message),
    ['', 'null', '0', '["a"]', '1970-01-01T00:00:00.000Z'],
  );
  assert.deepEqual(
    lines.slice(5, -1).map(({ args }) => args),
    [['a', 2], [[1]], [null], [[['b', 1]]], [2]],
  );
  const { message, 'fields.level': level, args } = lines.at(-1) as Record<string, [{ message: string }]>;
  assert.deepEqual([message, level, args?.[0]?.message], ['a b', 'c', 'd']);
});

test('an error is the error of its line, as the message, with fields and in the place of the fields', () => {
  const { logger, lines } = startLogger();
  const error = new RangeError('too many');
  const call = logger.error as (...args: unknown[]) => void;
  for (const args of [[error], [error, { x: 1 }], ['order:', error], [{ message: error, x: 1 }]])
    call(...args);
  logger.log('error', error as unknown as string);
  assert.deepEqual(
    lines.map(({ message, x, error: described }) => [message, x, (described as { type: string }).type]),
    [
      ...[
        ['too many', undefined, 'RangeError'],
        ['too many', 1, 'RangeError'],
      ],
      ...[
        ['order: too many', undefined, 'RangeError'],
        ['too many', 1, 'RangeError'],
      ],
      ['too many', undefined, 'RangeError'],
    ],
  );
  assert.deepEqual(Object.keys(error), []);
});

test('children and the metadata of a logger add fields, which those of the call replace', () => {
  const { logger, lines } = startLogger();
  logger.defaultMeta = { a: 0, b: 0, c: 0, d: 0 };
  const child = logger.child({ b: 1, c: 1, d: 1, trace_id: 'a'.repeat(32), span_id: 'b'.repeat(16) });
  child.child({ c: 2, d: 2 }).info('x', { d: 3 });
  child.write({ level: 'info', message: 'y', b: 4 });
  const [x, y] = lines;
  assert.deepEqual([x?.['a'], x?.['b'], x?.['c'], x?.['d']], [0, 1, 2, 3]);
  assert.deepEqual([y?.['a'], y?.['b'], y?.['c'], y?.['trace_id']], [0, 4, 1, 'a'.repeat(32)]);
});

test('no call throws and none is lost, whatever it is given, and nothing of it is changed', () => {
  const { logger, lines } = startLogger();
  const fail = () => assert.fail('trap');
  const hostile = new Proxy({}, { get: fail, ownKeys: fail, getPrototypeOf: fail, has: fail });
  const frozen = Object.freeze({ message: 'frozen', x: 1 });
  const call = logger.info as (...args: unknown[]) => void;
  for (const args of [
    [hostile],
    ['a', hostile],
    [hostile, hostile],
    ['a', 'b', hostile],
    [frozen],
    [Symbol('s')],
  ])
    call(...args);
  logger.child(hostile).info('of a child', frozen);
  logger.log('info', hostile as never);
  logger.write({ level: Object.create(null), message: 'of no level' });
  assert.equal(lines.length, 9);
  assert.deepEqual([lines[4]?.['message'], lines[6]?.['message']], ['frozen', 'of a child frozen']);
});

test('a field of the name of an error or of further arguments is written beside them', () => {
  const { logger, lines } = startLogger();
  const error = new Error('first');
  logger.error(error as never, { error: 'second', args: 'own' });
  logger.error('a', { error, args: 'own' }, 'further');
  logger.error({ message: error, error });
  assert.deepEqual(
    lines.map((line) => [line['fields.error'], line['args'], line['fields.args']]),
    [
      ['second', 'own', undefined],
      [undefined, ['further'], 'own'],
      [undefined, undefined, undefined],
    ],
  );
});

test('a huge message leaves room for the fields', () => {
  const { logger, lines } = startLogger();
  logger.info('é'.repeat(1_000_000), { sku: 'SKU-1' });
  assert.deepEqual([lines[0]?.['sku'], lines[0]?.['truncated']], ['SKU-1', true]);
});

test('timers, methods that are taken off their logger, and the names of the methods work as ever', () => {
  const { logger, lines } = startLogger();
  const { info } = logger;
  info('detached');
  logger.startTimer().done({ message: 'timed' });
  assert.equal(logger.warn('chained').error('on'), logger);
  assert.deepEqual(
    lines.map(({ message }) => message),
    ['detached', 'timed', 'chained', 'on'],
  );
  assert.equal(typeof lines[1]?.['durationMs'], 'number');
});

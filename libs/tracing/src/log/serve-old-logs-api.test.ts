import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Logger, logs } from '@opentelemetry/api';
import { serveOldLogsApi } from './serve-old-logs-api.ts';

type Getter = (version: number) => { getLogger(name: string): Logger } | undefined;

test('a library that has the old API of logs finds the provider of the new one, and one that was there stays', () => {
  const emitted: string[] = [];
  const logger = { emit: ({ body }) => emitted.push(String(body)), enabled: () => true } as Logger;
  logs.setGlobalLoggerProvider({ getLogger: () => logger });
  serveOldLogsApi();
  const get = Reflect.get(globalThis, Symbol.for('io.opentelemetry.js.api.logs')) as Getter;
  get(1)?.getLogger('old').emit({ body: 'a line' });
  assert.deepEqual(emitted, ['a line']);
  assert.equal(get(2), undefined);
  serveOldLogsApi();
  assert.equal(Reflect.get(globalThis, Symbol.for('io.opentelemetry.js.api.logs')), get);
});

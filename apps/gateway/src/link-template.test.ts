import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configSchema } from './config.ts';

const problem = (value: string) => configSchema.safeParse({ LOGS_URL: value }).error?.issues[0]?.message;

test('a link template that no header can carry is refused at the start, not at the first request', () => {
  for (const end of ['\n', '\r\nset-cookie: a=b', ' b', 'ü', '>; rel="logs"']) {
    assert.equal(problem(`http://logs.example/{traceId}${end}`), 'must be a URL that holds {traceId}', end);
  }
});

test('a link template may go on after the id', () => {
  assert.equal(problem('https://logs.example/explore?left=%7B%22q%22:%22{traceId}%22%7D&now=1'), undefined);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selfTimes } from './self-times.ts';

const node = (id: number, functionName: string, url = '') => ({
  id,
  callFrame: { functionName, url, lineNumber: 9 },
});

test('the times of a function are added up over all services, and waiting is left out', () => {
  const nodes = [
    node(1, '(idle)'),
    node(2, 'write', 'file:///home/a/node_modules/winston/lib/logger.js'),
    node(3, 'startSpan', 'file:///home/a/libs/tracing/src/span/tracer.ts'),
    node(4, '', 'file:///home/a/bench/src/fixture/order.ts'),
  ];
  const one = { nodes, samples: [1, 2, 3, 2], timeDeltas: [9000, 1000, 2500, 1000] };
  const other = { nodes, samples: [3, 4], timeDeltas: [500, 250] };
  assert.deepEqual(selfTimes([one, other]), [
    ['startSpan libs/tracing/src/span/tracer.ts:10', 3],
    ['write winston/lib/logger.js:10', 2],
    ['(anonymous) bench/src/fixture/order.ts:10', 0.25],
  ]);
});

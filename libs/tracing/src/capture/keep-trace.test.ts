import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trace } from '@opentelemetry/api';
import { keepTrace } from '../index.ts';
import { setCapture } from './current-capture.ts';
import { captureMesh } from './testing/captured-mesh.ts';

const mesh = captureMesh({ perSecond: 0, burst: 1, ceilingPerSecond: 100 });

function request<Result>(run: () => Result): { readonly result: Result; readonly reasons: string[] } {
  return trace.getTracer('test').startActiveSpan('request', { root: true }, (span) => {
    trace.getTracer('test').startSpan('before').end();
    const result = run();
    trace.getTracer('test').startSpan('after').end();
    span.end();
    return { result, reasons: mesh.reasonsOf(span.spanContext().traceId) };
  });
}

test('code keeps the trace that it runs in, as long as there is a budget, and hears what became of that', () => {
  assert.deepEqual(request(() => [keepTrace(), keepTrace()]).result, ['promoted', 'promoted']);
  assert.equal(mesh.sent.length, 3);
  const { result, reasons } = request(() => [keepTrace(), keepTrace()]);
  assert.deepEqual([result, reasons], [['refused', 'refused'], []]);
});

test('where nothing can be kept, code hears nothing', () => {
  assert.equal(keepTrace(), undefined);
  setCapture(undefined);
  assert.deepEqual(request(keepTrace), { result: undefined, reasons: [] });
});

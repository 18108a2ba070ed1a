import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSamplingDocument } from '@mesh/tracing/sampling';
import { recorder } from '../terminal/recorder.ts';
import { readDocument } from './read-document.ts';
import { renderAnswers } from './render-answers.ts';
import { samplingReport } from './sampling-report.ts';

const place = { name: 'gateway', address: '127.0.0.1:50050', variable: 'GATEWAY_GRPC_PORT' };

/** What is shown of one service, in 80 columns. */
function shown(more: object = {}): string {
  const document = JSON.parse(JSON.stringify(parseSamplingDocument(readDocument('production').text)));
  const source = { kind: 'file', location: '/etc/mesh/sampling.json', loadedAt: '2026-11-26T17:00:00.123Z' };
  const whole = { source, document, operations: [], tally: { kept: { first: 0 }, dropped: {} }, ...more };
  return renderAnswers([{ ...place, report: samplingReport.parse(whole), whole }], recorder(80));
}

test('all fits into 80 columns, with the names of operations whole', () => {
  const operation = 'mesh.gateway.v1.GatewayService/ListProducts';
  const state = { operation, rule: 'default', ratio: 0.316, isBoosted: true, kept: 4567, dropped: 1_234_567 };
  const text = shown({ operations: [state] });
  assert.deepEqual(
    text.split('\n').filter((line) => line.length > 80),
    [],
  );
  assert.match(text, /ListProducts$/m);
});

test('a service where no trace began says that, instead of that it keeps none', () => {
  assert.match(shown(), /^ {2}roots +none began here$/m);
  assert.doesNotMatch(shown(), /kept|dropped/);
});

test('what is parked is told, that nothing is where capture is off, and nothing at all where the document has none', () => {
  const tells = { told: 0, failed: 0, dropped: 0 };
  const tally = { granted: { slow: 0 }, refused: {}, promotedTraces: 0, missedTraces: 0, tells };
  const text = shown({ capture: { bytes: 0, traces: 0, tally } });
  assert.match(text, /^ {2}parked +0 traces, 0 KiB$/m);
  assert.doesNotMatch(text, /promoted/);
  assert.match(shown(), /^ {2}parked +nothing: MESH_CAPTURE or MESH_GRPC_INSTRUMENTATION keeps it off$/m);
  const document = parseSamplingDocument('{"version":1,"default":{"policy":"always"},"capture":null}');
  const off = shown({ document: JSON.parse(JSON.stringify(document)) });
  assert.match(off, /^ {2}after the fact nothing is kept$/m);
  assert.doesNotMatch(off, /parked/);
});

test('what marks were is told, and that nobody looks at them without a key', () => {
  const tally = { kept: { forced: 2 }, dropped: {} };
  const marks = { good: 2, malformed: 0, signature: 3 };
  assert.match(shown({ tally, marks }), /^ {2}marks +good 2, signature 3$/m);
  assert.doesNotMatch(shown({ tally, marks: { good: 0 } }), /marks/);
  assert.match(shown({ tally }), /^ {2}marks +nobody looks at them: MESH_SAMPLING_MARK_KEYS is not set$/m);
});

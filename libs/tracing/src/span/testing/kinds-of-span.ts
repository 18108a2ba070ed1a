import assert from 'node:assert/strict';
import { type Span, SpanStatusCode } from '@opentelemetry/api';
import { ownText } from '../../own-text.ts';
import { parseTraceState } from '../../propagation/trace-state.ts';
import type { RecordingSpan } from '../recording-span.ts';

const TIMES = (count: number) => Array.from({ length: count }, (_, index) => index);
const WIDE = Buffer.from('ж'.repeat(4000));

let made = 0;

/** A text that nobody else has, in one piece. */
function newText(length: number): string {
  return ownText(String(made++).padStart(length, '0'));
}

const context = () => ({ traceId: newText(32), spanId: newText(16), traceFlags: 1 });
const stateOf = (members: number) =>
  parseTraceState(
    TIMES(members)
      .map(() => `a${newText(20)}=${newText(100)}`)
      .join(),
  );

/** What users put into spans: the small ones are what nearly all spans are. */
export const SMALL_SPANS: Readonly<Record<string, (span: Span) => void>> = {
  bare() {},
  texts: (span) => TIMES(8).forEach((key) => void span.setAttribute(`key${key}`, newText(12))),
  numbers: (span) => TIMES(8).forEach((key) => void span.setAttribute(`key${key}`, key * 1000)),
  message: (span) => span.addEvent('message'),
  failure(span) {
    span.recordException(new Error(`Row ${newText(20)} is not there.`));
    span.setStatus({ code: SpanStatusCode.ERROR, message: newText(30) });
  },
  link: (span) => span.addLink({ context: context() }),
};

export const LARGE_SPANS: Readonly<Record<string, (span: Span) => void>> = {
  hundred: (span) => TIMES(100).forEach((key) => void span.setAttribute(`key${key}`, newText(20))),
  hundredKeys: (span) => TIMES(100).forEach(() => void span.setAttribute(newText(20), newText(20))),
  long: (span) => span.setAttribute('long', newText(9000)),
  wide: (span) => span.setAttributes({ wide: WIDE.toString(), narrow: WIDE.toString('utf8', 0, 30) }),
  messages: (span) => TIMES(128).forEach((id) => void span.addEvent('message', { id })),
  rich: (span) => span.addEvent('rich', Object.fromEntries(TIMES(50).map((key) => [key, newText(30)]))),
  links: (span) =>
    TIMES(10).forEach(() => void span.addLink({ context: context(), attributes: { a: newText(20) } })),
  state: (span) => span.addLink({ context: { ...context(), traceState: stateOf(30) } as never }),
  list: (span) =>
    span.setAttribute(
      'list',
      TIMES(50).map(() => newText(10)),
    ),
  nested: (span) => span.setAttribute('map', { a: { b: [1, { c: newText(30) }], d: newText(10) } }),
  bytes: (span) => span.setAttribute('bytes', new Uint8Array(3000)),
  read(span) {
    for (const key of TIMES(30)) span.setAttribute(newText(10), key);
    // Who reads them has them made into an object.
    assert.ok((span as RecordingSpan).attributes);
  },
};

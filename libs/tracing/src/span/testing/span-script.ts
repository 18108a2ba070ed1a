import type { Tracer } from '@opentelemetry/api';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { MANY_KINDS } from './many-kinds.ts';

const START = 1_795_000_000_000.25;

/** Calls everything that the API has, with times that are given, so that two providers can be compared. */
export function runSpanScript(tracer: Tracer): void {
  startAndEnd(tracer);
  changeAttributes(tracer);
  addEvents(tracer);
  addLinks(tracer);
  setStatuses(tracer);
  nest(tracer);
}

function startAndEnd(tracer: Tracer): void {
  for (const kind of [SpanKind.INTERNAL, SpanKind.SERVER, SpanKind.CLIENT, SpanKind.PRODUCER]) {
    tracer.startSpan(`kind ${kind}`, { kind, startTime: START }).end(START + 12.5);
  }
  tracer.startSpan('of HrTimes', { startTime: [1_795_000_000, 999_999_999] }).end([1_795_000_001, 1]);
  tracer.startSpan('of Dates', { startTime: new Date(START) }).end(new Date(START + 1000));
  tracer.startSpan('ends before it starts', { startTime: START }).end(START - 1);
  const span = tracer.startSpan('ends twice', { startTime: START });
  span.end(START + 1);
  span.setAttribute('late', 1).addEvent('late').setStatus({ code: SpanStatusCode.ERROR }).updateName('late');
  span.end(START + 2);
}

function changeAttributes(tracer: Tracer): void {
  const fixed = Object.freeze({ 'rpc.method': 'a.B/C', 'server.port': 80 });
  for (const attributes of [
    undefined,
    {},
    fixed,
    { ...fixed },
    MANY_KINDS,
    Object.freeze({ ...MANY_KINDS }),
  ]) {
    const span = tracer.startSpan('attributes', { startTime: START, ...(attributes && { attributes }) });
    span.setAttribute('server.port', 81).setAttributes(MANY_KINDS).setAttribute('text', 'other');
    span.end(START);
  }
  const span = tracer.startSpan('too many', { startTime: START, attributes: fixed });
  for (let index = 0; index < 140; index++) span.setAttribute(`key ${index}`, index);
  span.setAttribute('key 1', 'over').setAttribute('rpc.method', 'over').end(START);
  const many = Object.fromEntries(Array.from({ length: 140 }, (_, index) => [`key ${index}`, index]));
  tracer.startSpan('too many at once', { startTime: START, attributes: many }).end(START);
  tracer.startSpan('too many fixed', { startTime: START, attributes: Object.freeze(many) }).end(START);
}

function addEvents(tracer: Tracer): void {
  const span = tracer.startSpan('events', { startTime: START });
  span
    .addEvent('at a time', START + 1)
    .addEvent('with both', { a: 1, b: ['x'], c: { not: 'simple' } }, START + 2);
  span.addEvent('at an HrTime', [1_795_000_000, 5]).addEvent('at a Date', new Date(START));
  span.recordException(new TypeError('broken'), START);
  span.recordException({ code: 42, message: 'with a code' }, START);
  span.recordException('words', START);
  span.recordException({ name: 'OnlyAName' }, START);
  span.recordException({} as Error, START);
  span.updateName('events and another name').end(START + 3);
  const full = tracer.startSpan('too many events', { startTime: START });
  for (let index = 0; index < 130; index++) full.addEvent(`event ${index}`, START + index);
  full.end(START);
}

function addLinks(tracer: Tracer): void {
  const context = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7', traceFlags: 1 };
  const links = [{ context }, { context: { ...context, isRemote: true }, attributes: MANY_KINDS }];
  const span = tracer.startSpan('links', { startTime: START, links });
  span
    .addLink({ context, attributes: { a: 1 } })
    .addLinks(links)
    .end(START);
  const many = Array.from({ length: 130 }, (_, index) => ({ context, attributes: { index } }));
  tracer.startSpan('too many links', { startTime: START, links: many }).addLinks(many).end(START);
}

function setStatuses(tracer: Tracer): void {
  const [unset, ok, error] = [SpanStatusCode.UNSET, SpanStatusCode.OK, SpanStatusCode.ERROR];
  for (const codes of [[unset], [error, unset], [error, ok], [ok, error], [error, error]]) {
    const span = tracer.startSpan(`status ${codes}`, { startTime: START });
    codes.forEach((code, index) => {
      span.setStatus({ code, message: `message ${index}` });
    });
    span.end(START);
  }
}

function nest(tracer: Tracer): void {
  tracer.startActiveSpan('parent', { startTime: START }, (parent) => {
    const inParent = trace.setSpan(ROOT_CONTEXT, parent);
    tracer.startActiveSpan('child', { startTime: START }, inParent, (child) => child.end(START));
    tracer.startSpan('root of its own', { startTime: START, root: true }, inParent).end(START);
    tracer.startSpan('ends after its parent', { startTime: START }, inParent);
    parent.end(START);
  });
  const remote = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1, isRemote: true };
  tracer
    .startSpan('of a caller', { startTime: START }, trace.setSpanContext(ROOT_CONTEXT, remote))
    .end(START);
}

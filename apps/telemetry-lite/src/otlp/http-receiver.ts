import { status } from '@grpc/grpc-js';
import { type Answer, bytes, json } from '../http/answer.ts';
import type { Handler, Route } from '../http/route.ts';
import { BadRequest } from './bad-request.ts';
import { readBody } from './read-body.ts';
import { decodeOrRefuse, encodeStatus, logsSignal, type Signal, traceSignal } from './signals.ts';
import type { Accept, Acceptors } from './types.ts';

type Encoding = 'application/x-protobuf' | 'application/json';

/**
 * OTLP over HTTP: `POST /v1/traces`, `/v1/logs` and `/v1/metrics`, protobuf and JSON, plain and gzip.
 * An answer is in the request's encoding; a refusal is a google.rpc.Status. Metrics are taken and dropped
 * unread, because nothing here stores them and a sender should not have to be told.
 */
export function otlpHttpRoutes(accept: Acceptors): Route[] {
  return [
    { method: 'POST', path: '/v1/traces', handle: receive(traceSignal, accept.traces) },
    { method: 'POST', path: '/v1/logs', handle: receive(logsSignal, accept.logs) },
    { method: 'POST', path: '/v1/metrics', handle: receiveAndDrop },
  ];
}

function receive<Request>(signal: Signal<Request>, accept: Accept<Request>): Handler {
  return answerInKind((encoding, body) => {
    const request = decodeOrRefuse(() =>
      encoding === 'application/json' ? signal.decodeJson(body.toString()) : signal.decodeProtobuf(body),
    );
    const response = signal.response(decodeOrRefuse(() => accept(request)));
    return encoding === 'application/json'
      ? json(200, response)
      : bytes(200, encoding, signal.encodeResponse(response));
  });
}

const receiveAndDrop: Handler = answerInKind((encoding) =>
  encoding === 'application/json' ? json(200, {}) : bytes(200, encoding, Buffer.alloc(0)),
);

function answerInKind(handle: (encoding: Encoding, body: Buffer) => Answer): Handler {
  return async ({ request }) => {
    const encoding = encodingOf(request.headers['content-type']);
    try {
      const body = await readBody(request);
      if (encoding === undefined) throw unknownType(request.headers['content-type']);
      return handle(encoding, body);
    } catch (error) {
      if (error instanceof BadRequest) return refuse(encoding, error);
      throw error;
    }
  };
}

function encodingOf(contentType: string | undefined): Encoding | undefined {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/x-protobuf' || type === 'application/json' ? type : undefined;
}

function unknownType(contentType: string | undefined): BadRequest {
  return new BadRequest(
    `content type "${contentType ?? ''}" is not OTLP; send application/x-protobuf or application/json`,
    415,
  );
}

function refuse(encoding: Encoding | undefined, error: BadRequest): Answer {
  const body = { code: status.INVALID_ARGUMENT, message: error.message };
  return encoding === 'application/x-protobuf'
    ? bytes(error.status, encoding, encodeStatus(body))
    : json(error.status, body);
}

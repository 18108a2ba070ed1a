import { fileURLToPath } from 'node:url';
import { loadSync, type MessageTypeDefinition, type ServiceDefinition } from '@grpc/proto-loader';
import { BadRequest } from './bad-request.ts';
import { parseOtlpJson } from './parse-json.ts';
import type { LogsRequest, Refusal, TracesRequest } from './types.ts';

const definitions = loadSync(
  [
    'opentelemetry/proto/collector/trace/v1/trace_service.proto',
    'opentelemetry/proto/collector/logs/v1/logs_service.proto',
    'google/rpc/status.proto',
  ],
  {
    includeDirs: [fileURLToPath(new URL('../../protos', import.meta.url))],
    longs: String,
    bytes: String,
    json: true,
  },
);

/** How one kind of telemetry is read from the wire and answered. */
export interface Signal<Request> {
  service: ServiceDefinition;
  /** @throws when the bytes are not such a request */
  decodeProtobuf: (body: Buffer) => Request;
  /** @throws when the text is not such a request */
  decodeJson: (text: string) => Request;
  /** OTLP's export response; empty when everything was taken. */
  response: (refusal: Refusal | undefined) => object;
  encodeResponse: (response: object) => Buffer;
}

function signal<Request>(serviceName: string, rejectedField: string): Signal<Request> {
  const service = definitions[serviceName] as ServiceDefinition;
  const method = service['Export'];
  if (method === undefined) throw new Error(`${serviceName} has no Export method in protos/`);
  const decodeProtobuf = (body: Buffer) => method.requestDeserialize(body) as Request;
  return {
    service,
    decodeProtobuf,
    decodeJson: (text) => decodeProtobuf(method.requestSerialize(parseOtlpJson(text))),
    response: (refusal) =>
      refusal
        ? { partialSuccess: { [rejectedField]: `${refusal.count}`, errorMessage: refusal.reason } }
        : {},
    encodeResponse: method.responseSerialize,
  };
}

export const traceSignal = signal<TracesRequest>(
  'opentelemetry.proto.collector.trace.v1.TraceService',
  'rejectedSpans',
);

export const logsSignal = signal<LogsRequest>(
  'opentelemetry.proto.collector.logs.v1.LogsService',
  'rejectedLogRecords',
);

const statusType = definitions['google.rpc.Status'] as MessageTypeDefinition<object, object>;

/** Encodes a google.rpc.Status, OTLP/HTTP's answer to a refused protobuf request. */
export const encodeStatus: (status: { code: number; message: string }) => Buffer = statusType.serialize;

/** Decodes or maps foreign bytes; whatever that throws, a stack overflow of deep nesting too, is the sender's fault. */
export function decodeOrRefuse<Request>(decode: () => Request): Request {
  try {
    return decode();
  } catch (error) {
    if (error instanceof BadRequest) throw error;
    throw new BadRequest(
      `the body is not an OTLP request: ${error instanceof Error ? error.message : error}`,
    );
  }
}

import { createServer, type Server } from 'node:net';
import * as grpc from '@grpc/grpc-js';
import { maxBodyBytes } from './read-body.ts';
import { decodeOrRefuse, logsSignal, type Signal, traceSignal } from './signals.ts';
import type { Accept, Acceptors } from './types.ts';

/** Metrics are taken and dropped unread, so their bytes need no decoder. */
const metricsService: grpc.ServiceDefinition = {
  Export: {
    path: '/opentelemetry.proto.collector.metrics.v1.MetricsService/Export',
    requestStream: false,
    responseStream: false,
    requestSerialize: (request: Buffer) => request,
    requestDeserialize: (request) => request,
    responseSerialize: () => Buffer.alloc(0),
    responseDeserialize: (response) => response,
  },
};

/** A server that takes OTLP over gRPC: the Export method of the trace, logs and metrics services. */
export function otlpGrpcServer(accept: Acceptors): Server {
  const server = new grpc.Server({ 'grpc.max_receive_message_length': maxBodyBytes });
  server.addService(traceSignal.service, { Export: exportHandler(traceSignal, accept.traces) });
  server.addService(logsSignal.service, { Export: exportHandler(logsSignal, accept.logs) });
  server.addService(metricsService, { Export: dropHandler });
  const connections = server.createConnectionInjector(grpc.ServerCredentials.createInsecure());
  return createServer((socket) => connections.injectConnection(socket));
}

function exportHandler<Request>(
  signal: Signal<Request>,
  accept: Accept<Request>,
): grpc.handleUnaryCall<Request, object> {
  return (call, callback) => {
    try {
      callback(null, signal.response(decodeOrRefuse(() => accept(call.request))));
    } catch (error) {
      callback({ code: grpc.status.INVALID_ARGUMENT, details: (error as Error).message });
    }
  };
}

const dropHandler: grpc.handleUnaryCall<Buffer, object> = (_call, callback) => callback(null, {});

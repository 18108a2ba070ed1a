import { createCallDurations } from './create-call-durations.ts';

// The conventions' metrics of calls, with what they require and recommend of a series. Not taken: the address of the
// server at the server itself, which for HTTP is whatever the caller says, and else a property of the process; and what a
// caller made up (`url.path`, `rpc.method_original`), of which each would be a series for ever.
//
// https://opentelemetry.io/docs/specs/semconv/rpc/rpc-metrics/
// https://opentelemetry.io/docs/specs/semconv/http/http-metrics/

const RPC = { outcome: 'rpc.status_code' };
const HTTP = { outcome: 'http.response.status_code' };

export const rpcServer = createCallDurations({
  ...RPC,
  name: 'rpc.server.call.duration',
  description: 'Measures the duration of an incoming Remote Procedure Call (RPC).',
  attributes: ['rpc.system.name', 'rpc.method'],
});

export const rpcClient = createCallDurations({
  ...RPC,
  name: 'rpc.client.call.duration',
  description: 'Measures the duration of an outgoing Remote Procedure Call (RPC).',
  attributes: ['rpc.system.name', 'rpc.method', 'server.address', 'server.port'],
});

export const httpServer = createCallDurations({
  ...HTTP,
  name: 'http.server.request.duration',
  description: 'Duration of HTTP server requests.',
  attributes: ['http.request.method', 'http.route', 'url.scheme', 'network.protocol.version'],
});

export const httpClient = createCallDurations({
  ...HTTP,
  name: 'http.client.request.duration',
  description: 'Duration of HTTP client requests.',
  attributes: ['http.request.method', 'server.address', 'server.port'],
});

export const callMetrics = [rpcServer, rpcClient, httpServer, httpClient];

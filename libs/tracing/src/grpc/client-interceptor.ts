import type { ChannelInterface, InterceptingCall, Interceptor } from '@grpc/grpc-js';
import { context, SpanKind } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { channelTarget } from './channel-target.ts';
import { ClientCallEnd } from './client-call-end.ts';
import type { GrpcTracing } from './grpc-tracing.ts';
import { isInfrastructure } from './infrastructure.ts';
import { createOperations } from './operations.ts';
import { readTarget } from './target-address.ts';
import { TracedCall } from './traced-call.ts';

/**
 * Makes a span of each call over a channel, with all its attempts. It has to come before every other interceptor: what
 * those refuse is a call too.
 */
export function createClientInterceptor(channel: ChannelInterface, tracing: GrpcTracing): Interceptor {
  const { address, port, hosts } = readTarget(channelTarget(channel));
  const operations = createOperations(SpanKind.CLIENT, {
    ...(address && { 'server.address': address }),
    ...(port !== undefined && { 'server.port': port }),
  });
  const { boundary } = tracing;
  const isInMesh = hosts.length > 0 && hosts.every((host) => boundary.isTarget(host));
  const place = { boundary, hosts, isInMesh };
  return (options, nextCall) => {
    const { path, responseStream: isStream } = options.method_definition;
    const caller = context.active();
    if (!tracing.isEnabled() || isTracingSuppressed(caller) || isInfrastructure(path))
      return nextCall(options) as InterceptingCall;
    const operation = operations.of(path);
    const span = tracing.tracer().startSpan(operation.name, operation.options, caller);
    const end = new ClientCallEnd(span, operation, isStream, isInMesh);
    try {
      const call = nextCall(options) as InterceptingCall;
      return new TracedCall(call, end, caller, place) as unknown as InterceptingCall;
    } catch (error) {
      end.fail(error);
      throw error;
    }
  };
}

import type { ChannelInterface, InterceptingCall, InterceptingListener, Interceptor } from '@grpc/grpc-js';
import { context, SpanKind } from '@opentelemetry/api';
import { channelTarget } from './channel-target.ts';
import { ContextScope } from './context-scope.ts';
import { failSpan } from './fail-span.ts';
import type { GrpcTracing } from './grpc-tracing.ts';
import { createOperations } from './operations.ts';
import { startTraced } from './start-traced.ts';
import { readTarget } from './target-address.ts';

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
  return (options, nextCall) => {
    const { path, responseStream: isStream } = options.method_definition;
    const operation = operations.of(path);
    const caller = context.active();
    const span = tracing.tracer().startSpan(operation.name, operation.options, caller);
    try {
      const call = nextCall(options) as InterceptingCall;
      const scope = new ContextScope();
      const start = call.start.bind(call);
      call.start = (metadata, listener) =>
        startTraced(
          { call, span, scope, isStream, listener: listener as InterceptingListener },
          { start, metadata, caller, hosts, boundary: tracing.boundary },
        );
      return call;
    } catch (error) {
      if (span.isRecording()) failSpan(span, error);
      throw error;
    }
  };
}

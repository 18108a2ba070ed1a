import * as grpc from '@grpc/grpc-js';
import { KINDS, type Kind, RECEIVING } from '../ending.ts';
import type { HandlerAct } from '../handler-act.ts';
import { type Answering, answering, answeringStream } from './answering.ts';
import { definitionOf, LIMIT, METHODS } from './endings-service.ts';
import { handlerActs } from './handler-acts.ts';
import { interceptor } from './interceptor.ts';

/** A server whose handlers do what the calls tell them, on a free port. */
export async function listen(): Promise<{ server: grpc.Server; port: number }> {
  const server = new grpc.Server({
    interceptors: [interceptor],
    'grpc.max_receive_message_length': LIMIT,
  });
  server.addService(
    byMethod((kind) => definitionOf(kind)),
    implement(server),
  );
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) =>
    error ? reject(error) : resolve(port),
  );
  return { server, port: await promise };
}

function implement(server: grpc.Server): grpc.UntypedServiceImplementation {
  const acts = handlerActs(() => server.forceShutdown());
  const act = (call: Answering) => acts[call.metadata.get('act')[0] as HandlerAct]?.(call);
  const one = (...[call, respond]: Parameters<typeof answering>) => act(answering(call, respond));
  const many = (call: Parameters<typeof answeringStream>[0]) => act(answeringStream(call));
  return byMethod((kind) => (RECEIVING.includes(kind) ? many : one) as grpc.UntypedHandleCall);
}

function byMethod<Value>(value: (kind: Kind) => Value): Record<string, Value> {
  return Object.fromEntries(KINDS.map((kind) => [METHODS[kind], value(kind)]));
}

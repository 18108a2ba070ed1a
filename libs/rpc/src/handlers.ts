import type { handleServerStreamingCall, handleUnaryCall } from '@grpc/grpc-js';
import type { Scope } from './scope.ts';

/**
 * What a service is to implement, made from its generated `XxxServiceHandlers`: a unary method is
 * an async function, a server-streaming one an async generator.
 */
export type Handlers<Generated> = {
  [Method in keyof Generated as string extends Method
    ? never
    : Uncapitalize<Method & string>]: Generated[Method] extends handleUnaryCall<infer Request, infer Response>
    ? (request: Request, scope: Scope) => Promise<Response>
    : Generated[Method] extends handleServerStreamingCall<infer Request, infer Response>
      ? (request: Request, scope: Scope) => AsyncIterable<Response>
      : never;
};

import type { MethodDefinition } from '@grpc/proto-loader';
import type { Scope } from './scope.ts';

/**
 * A service as its callers see it, made from its generated `XxxServiceDefinition` (or a `Pick` of
 * it: a caller names what it needs). Unary methods only. Every call rejects with an RpcError.
 */
export type Client<Definition> = {
  [Method in keyof Definition as Uncapitalize<Method & string>]: Definition[Method] extends MethodDefinition<
    infer Request,
    infer _Response,
    infer _Received,
    infer Response
  >
    ? (request: Request, scope: Scope) => Promise<Response>
    : never;
};

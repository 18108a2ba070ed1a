// What the services use.

export { status } from '@grpc/grpc-js';
export type { Client } from './client.ts';
// For those who serve the same errors over another protocol.
export { completionLine } from './completion-line.ts';
export { type Connection, connect } from './connect.ts';
export { every } from './every.ts';
export type { Handlers } from './handlers.ts';
export { loadProto, type Proto } from './load-proto.ts';
export type { Log } from './log.ts';
export { cutPage, type Page, readPage } from './paging.ts';
export { isIdentifier, isUuid, requestChecks } from './request-checks.ts';
export { type ErrorDetails, type FieldViolation, RpcError } from './rpc-error.ts';
export type { Scope } from './scope.ts';
export { type RunningServer, serve } from './serve.ts';
export { stopOnSignal } from './stop-on-signal.ts';
export { timestamp } from './timestamp.ts';
export { toRpcError } from './to-rpc-error.ts';

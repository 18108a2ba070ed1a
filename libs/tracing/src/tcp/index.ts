/** The example of a protocol of one's own that carries the trace: docs/tcp-protocol.md. */
export type { TcpHandler, TcpOperations } from './answer-request.ts';
export { CallError, type CallFailure } from './call-error.ts';
export { connectTcp, type TcpClient, type TcpClientOptions } from './connect-tcp.ts';
export { serveTcp, type TcpServer, type TcpServerOptions } from './serve-tcp.ts';

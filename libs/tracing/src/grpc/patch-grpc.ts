import { diag } from '@opentelemetry/api';
import { findClientSymbols } from './client-symbols.ts';
import type { Grpc, GrpcServer } from './grpc-module.ts';
import type { GrpcTracing } from './grpc-tracing.ts';
import { patchClient } from './patch-client.ts';
import { patchServer } from './patch-server.ts';

/** What is used here of grpc-js is its own business, so that it may be another with each minor version. */
const KNOWN_VERSION = /^1\.14\./;

/**
 * Patches one copy of grpc-js, both sides of it or neither. One that is not known works on without spans, and a
 * sentence says so.
 *
 * @returns what undoes it
 */
export function patchGrpc(grpc: Grpc, version: string | undefined, tracing: GrpcTracing): () => void {
  const symbols =
    KNOWN_VERSION.test(version ?? '') && isServerKnown(grpc) ? findClientSymbols(grpc) : undefined;
  if (!symbols) {
    diag.error(`@grpc/grpc-js ${version} is not traced: its parts are not those of version 1.14.`);
    return () => {};
  }
  const undoServer = patchServer(grpc, tracing);
  const undoClient = patchClient(grpc, symbols, tracing);
  return () => {
    undoServer();
    undoClient();
  };
}

function isServerKnown({ Server }: Grpc): boolean {
  const { _streamHandler, _channelzHandler, _retrieveHandler } =
    Server.prototype as unknown as Partial<GrpcServer>;
  return [_streamHandler, _channelzHandler, _retrieveHandler].every((part) => typeof part === 'function');
}

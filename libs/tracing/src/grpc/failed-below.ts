import type { OutgoingHttpHeaders } from 'node:http2';
import type { Metadata, StatusObject } from '@grpc/grpc-js';
import type { Context } from '@opentelemetry/api';
import { isBelieved } from '../propagation/is-believed.ts';
import { requestOf } from '../request-record.ts';
import { hasEntry } from './has-entry.ts';
import { isFailure } from './is-failure.ts';
import { statusName } from './status-name.ts';

/** In the trailers of a request below which something failed: its own status need not show that. */
const TRAILER = 'mesh-failed-below';

/**
 * What grpc-js writes into the metadata that a client gets of a call which it has tried again:
 * https://github.com/grpc/proposal/blob/master/A6-client-retries.md#exposed-retry-metadata.
 */
const ATTEMPTS = 'grpc-previous-rpc-attempts';

/** To a caller that is believed, and so has the decision about the request; nobody else has to know. */
export function withFailedBelow(received: Context, trailers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const request = requestOf(received);
  if (!request?.hasFailedBelow || request.operation || !isBelieved(received)) return trailers;
  return { ...trailers, [TRAILER]: '1' };
}

/** @param isInMesh whether what the server says besides its status is believed */
export function hasFailed({ code, metadata }: StatusObject, isInMesh: boolean): boolean {
  const isTold = hasEntry(metadata, TRAILER);
  // A service may hand on what it was answered, to whomever.
  if (isTold) metadata.remove(TRAILER);
  return (code !== 0 && isFailure(statusName(code))) || (isInMesh && (isTold || isRetried(metadata)));
}

/** A failed attempt is a failure, though the next one mended it. */
export function isRetried(metadata: Metadata | undefined): boolean {
  return hasEntry(metadata, ATTEMPTS);
}

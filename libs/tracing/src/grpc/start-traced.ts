import type { InterceptingCall, Metadata } from '@grpc/grpc-js';
import { type Context, trace } from '@opentelemetry/api';
import type { Boundary } from '../propagation/boundary.ts';
import { type ClientCall, ClientListener } from './client-listener.ts';
import { writeContext } from './write-context.ts';

export interface Start {
  readonly start: InterceptingCall['start'];
  readonly metadata: Metadata;
  /** That the call was made in. */
  readonly caller: Context;
  /** Which the call can go to. */
  readonly hosts: readonly string[];
  readonly boundary: Boundary;
}

/** Starts a call with the ids of its span, in a copy: the metadata is the caller's, who may use it for other calls. */
export function startTraced(traced: ClientCall, { start, metadata, caller, hosts, boundary }: Start): void {
  const listener = new ClientListener(traced);
  const sent = metadata.clone();
  writeContext(boundary, trace.setSpan(caller, traced.span), hosts, sent);
  try {
    start(sent, listener);
  } catch (error) {
    listener.fail(error);
    throw error;
  }
}

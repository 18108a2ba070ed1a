import type { ChannelInterface } from '@grpc/grpc-js';

/** How grpc-js keeps the target of a channel that an HTTP proxy stands before. */
interface Proxied {
  readonly internalChannel?: { readonly options?: Readonly<Record<string, unknown>> };
}

/**
 * The target that a channel's user named; '' where it does not say.
 *
 * Behind an HTTP proxy the channel itself names the proxy. That is often on loopback, to which everything may be told.
 */
export function channelTarget(channel: ChannelInterface): string {
  const named = (channel as Proxied).internalChannel?.options?.['grpc.http_connect_target'];
  if (typeof named === 'string') return named;
  // One that a user made has what its user needs of it.
  return (channel as Partial<ChannelInterface>).getTarget?.() ?? '';
}

import type { Attributes } from '@opentelemetry/api';
import { plainAddress } from '../plain-address.ts';

/**
 * What both spans of a call say of it, from their start on.
 *
 * https://opentelemetry.io/docs/specs/semconv/rpc/rpc-spans/; the protocol is our own, so its name is as well.
 */
export function tcpAttributes(
  method: string,
  host: string | undefined,
  port: number | undefined,
): Attributes {
  return {
    'rpc.system.name': 'mtcp',
    'rpc.method': method,
    'network.transport': 'tcp',
    ...(host !== undefined && { 'server.address': plainAddress(host) }),
    ...(port !== undefined && { 'server.port': port }),
  };
}

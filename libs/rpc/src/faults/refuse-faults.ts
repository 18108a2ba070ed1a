import { status } from '@grpc/grpc-js';
import { RpcError } from '../rpc-error.ts';
import { faultsHeader } from './faults-header.ts';

/** @param fault the one that breaks the rule, where it is not all of them together */
export function refuseFaults(rule: string, fault?: string): never {
  const what = fault === undefined ? '' : `: "${fault.slice(0, 100)}"`;
  const description = `${rule}${what}`;
  throw new RpcError(status.INVALID_ARGUMENT, `${faultsHeader} ${description}`, {
    violations: [{ field: faultsHeader, description }],
  });
}

import { channel } from 'node:diagnostics_channel';
import type { Deed } from './fault.ts';

const faults = channel('mesh.rpc.fault');

/** What a subscriber of `mesh.rpc.fault` gets, in the context of the call and just before the fault happens. */
type FaultMessage = Deed & {
  /** The short name, e.g. `inventory`. */
  readonly service: string;
  readonly method: string;
};

export function publishFault(message: FaultMessage): void {
  faults.publish(message);
}

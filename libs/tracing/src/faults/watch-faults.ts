import { trace } from '@opentelemetry/api';
import { listenTo } from '../http/listen-to.ts';
import { writeCallLine } from '../log/write-call-line.ts';
import { type FaultMessage, faultAttributes } from './fault-attributes.ts';

/**
 * Tells of each fault that a service lets happen on purpose: an event of the span under way, and a line. Who makes the
 * faults says so on the channel `mesh.rpc.fault`, within the call and before the fault happens.
 */
export function watchFaults(): void {
  listenTo('mesh.rpc.fault', (message) => {
    const attributes = faultAttributes(message as FaultMessage);
    trace.getActiveSpan()?.addEvent('fault.injected', attributes);
    writeCallLine('warn', 'fault injected', attributes);
  });
}

import type { Attributes } from '@opentelemetry/api';

/** What the channel `mesh.rpc.fault` carries. */
export interface FaultMessage {
  /** e.g. `inventory` */
  readonly service: string;
  /** e.g. `Commit` */
  readonly method: string;
  readonly kind: string;
  /** Milliseconds, the name of a status, or nothing. */
  readonly value?: unknown;
}

/** A fault as its event and its line have it. A name of its own for each type: stores keep one type by a name. */
export function faultAttributes({ service, method, kind, value }: FaultMessage): Attributes {
  return {
    'mesh.fault.method': `${service}/${method}`,
    'mesh.fault.kind': kind,
    ...(typeof value === 'number' && { 'mesh.fault.delay_ms': value }),
    ...(typeof value === 'string' && { 'mesh.fault.status_code': value }),
  };
}

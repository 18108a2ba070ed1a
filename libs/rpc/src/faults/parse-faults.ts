import { status } from '@grpc/grpc-js';
import type { Deed, Fault } from './fault.ts';
import { refuseFaults } from './refuse-faults.ts';

const maxFaults = 8;
/** Eight faults with full names fit in. */
const maxLength = 1024;
/** A call of the mesh has no more time than that. */
const maxDelayMs = 10_000;

const form =
  /^(?<service>\w[\w.]*)\/(?<method>\w+):(?<kind>[a-z]+)(?:=(?<value>\w+))?(?:@(?<share>[\d.]+))?$/;

/**
 * Reads `inventory/Commit:error=INTERNAL@0.02, order/CreateOrder:delay=250, inventory/Commit:lost`.
 *
 * @throws {RpcError} INVALID_ARGUMENT, with the fault that cannot be read
 */
export function parseFaults(text: string): Fault[] {
  if (text.length > maxLength) refuseFaults(`must have at most ${maxLength} characters`);
  if (text.trim() === '') return [];
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length > maxFaults) refuseFaults(`must name at most ${maxFaults} faults`);
  return parts.map(parseFault);
}

function parseFault(text: string): Fault {
  const { service, method, kind, value, share = '1' } = form.exec(text)?.groups ?? {};
  if (service === undefined || method === undefined) {
    return refuseFaults('must be service/Method:error=STATUS, :delay=MILLISECONDS or :lost', text);
  }
  if (!/^(0(\.\d+)?|1(\.0+)?)$/.test(share))
    return refuseFaults('must have a share of 0 to 1 behind the @', text);
  return { service, method, share: Number(share), deed: parseDeed(kind, value, text) };
}

function parseDeed(kind: string | undefined, value: string | undefined, text: string): Deed {
  if (kind === 'lost' && value === undefined) return { kind };
  if (kind === 'delay') {
    const ms = /^\d{1,5}$/.test(value ?? '') ? Number(value) : 0;
    if (ms < 1 || ms > maxDelayMs) return refuseFaults(`must have a delay of 1 to ${maxDelayMs} ms`, text);
    return { kind, value: ms };
  }
  if (kind === 'error') {
    if (!isError(value))
      return refuseFaults('must name a status of gRPC that is an error, such as INTERNAL', text);
    return { kind, value };
  }
  return refuseFaults('must be of the kind error=STATUS, delay=MILLISECONDS or lost', text);
}

/** The enum has the numbers for keys, too. */
function isError(name: string | undefined): name is keyof typeof status {
  return name !== undefined && /^[A-Z_]+$/.test(name) && name !== 'OK' && Object.hasOwn(status, name);
}

import type { Scope } from '../scope.ts';
import { decideFaults } from './decide-faults.ts';
import type { Deed, Fault } from './fault.ts';
import { formatFaults } from './format-faults.ts';
import { parseFaults } from './parse-faults.ts';
import { refuseFaults } from './refuse-faults.ts';

/** A method and the names by which a fault can mean its service. */
export interface Place {
  /** `inventory` */
  readonly service: string;
  /** `mesh.inventory.v1.InventoryService` */
  readonly fullName: string;
  /** `Commit` */
  readonly method: string;
  /** All that the service has. */
  readonly methods: readonly string[];
}

/** What goes wrong in this very call, and the scope of its handler, which passes on what was decided. */
export interface Taken {
  readonly deeds: readonly Deed[];
  readonly scope: Scope;
}

/** @throws {RpcError} INVALID_ARGUMENT where the faults of the request cannot be read */
export function takeFaults(place: Place, text: string, scope: Scope): Taken {
  const asked = parseFaults(text);
  refuseUnknown(asked, place);
  const decided = decideFaults(asked);
  const here = decided.filter((fault) => fault.method === place.method && isMeant(fault, place));
  const { signal, deadline } = scope;
  return {
    deeds: here.map(({ deed }) => deed),
    scope: { signal, deadline, faults: formatFaults(decided) },
  };
}

function isMeant(fault: Fault, { service, fullName }: Place): boolean {
  return fault.service === service || fault.service === fullName;
}

/** Only the service itself knows its methods; a fault with a slip in its name would just never happen. */
function refuseUnknown(faults: readonly Fault[], place: Place): void {
  const { service, methods } = place;
  const unknown = faults.find((fault) => isMeant(fault, place) && !methods.includes(fault.method));
  if (unknown === undefined) return;
  refuseFaults(
    `must name a method of ${service}, which has ${methods.join(', ')}`,
    `${unknown.service}/${unknown.method}`,
  );
}

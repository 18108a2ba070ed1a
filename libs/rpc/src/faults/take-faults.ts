import type { Scope } from '../scope.ts';
import { decideFaults } from './decide-faults.ts';
import type { Deed } from './fault.ts';
import { formatFaults } from './format-faults.ts';
import { parseFaults } from './parse-faults.ts';

/** A method and the names by which a fault can mean its service. */
export interface Place {
  /** `inventory` */
  readonly service: string;
  /** `mesh.inventory.v1.InventoryService` */
  readonly fullName: string;
  /** `Commit` */
  readonly method: string;
}

/** What goes wrong in this very call, and the scope of its handler, which passes on what was decided. */
export interface Taken {
  readonly deeds: readonly Deed[];
  readonly scope: Scope;
}

/** @throws {RpcError} INVALID_ARGUMENT where the faults of the request cannot be read */
export function takeFaults({ service, fullName, method }: Place, text: string, scope: Scope): Taken {
  const decided = decideFaults(parseFaults(text));
  const isHere = (name: string) => name === service || name === fullName;
  const here = decided.filter((fault) => fault.method === method && isHere(fault.service));
  const { signal, deadline } = scope;
  return {
    deeds: here.map(({ deed }) => deed),
    scope: { signal, deadline, faults: formatFaults(decided) },
  };
}

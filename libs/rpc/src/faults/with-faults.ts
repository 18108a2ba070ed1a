import type { ServiceDefinition } from '@grpc/grpc-js';
import { fullNameOf } from '../full-name-of.ts';
import type { AnyHandlers } from '../implementation.ts';
import type { Scope } from '../scope.ts';
import { fireAfter, fireBefore } from './fire-faults.ts';
import { type Place, takeFaults } from './take-faults.ts';

type Unary = (request: unknown, scope: Scope) => Promise<unknown>;
type Streaming = (request: unknown, scope: Scope) => AsyncIterable<unknown>;

/**
 * The same handlers, which go wrong in the calls whose scope has faults for them. The first service of a request
 * decides the shares; what it decided is in the scope that its handler gets.
 */
export function withFaults<Given extends AnyHandlers>(service: ServiceDefinition, handlers: Given): Given {
  const fullName = fullNameOf(service);
  const shared = { service: shortName(fullName), fullName, methods: Object.keys(service) };
  const faulty: [string, Unary | Streaming][] = [];
  for (const [method, { originalName = method, responseStream }] of Object.entries(service)) {
    const handle = handlers[originalName];
    if (handle === undefined) continue;
    const place = { ...shared, method };
    // The types of the handlers come from the same .proto as the definition.
    const wrapped = responseStream ? streaming(handle as never, place) : unary(handle as never, place);
    faulty.push([originalName, wrapped]);
  }
  return { ...handlers, ...Object.fromEntries(faulty) };
}

function unary(handle: Unary, place: Place): Unary {
  const goWrong = async (faults: string, request: unknown, given: Scope) => {
    const { deeds, scope } = takeFaults(place, faults, given);
    await fireBefore(deeds, place, scope);
    const answer = handle(request, scope);
    await Promise.allSettled([answer]);
    fireAfter(deeds, place, scope);
    return answer;
  };
  return (request, scope) =>
    scope.faults === undefined ? handle(request, scope) : goWrong(scope.faults, request, scope);
}

function streaming(handle: Streaming, place: Place): Streaming {
  const goWrong = async function* (faults: string, request: unknown, given: Scope) {
    const { deeds, scope } = takeFaults(place, faults, given);
    await fireBefore(deeds, place, scope);
    yield* handle(request, scope);
    fireAfter(deeds, place, scope);
  };
  return (request, scope) =>
    scope.faults === undefined ? handle(request, scope) : goWrong(scope.faults, request, scope);
}

/** `mesh.inventory.v1.InventoryService` → `inventory` */
function shortName(fullName: string): string {
  const last = fullName.slice(fullName.lastIndexOf('.') + 1);
  return last.replace(/Service$/, '').toLowerCase();
}

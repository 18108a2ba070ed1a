import type { MethodDefinition, ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import { withFaults } from './faults/with-faults.ts';
import type { Log } from './log.ts';
import type { Scope } from './scope.ts';
import { streamHandler } from './stream-handler.ts';
import { unaryHandler } from './unary-handler.ts';

/** Any service's handlers; `Handlers` is the type to write them against. */
export type AnyHandlers = Readonly<Record<string, (request: never, scope: Scope) => unknown>>;

export interface ServerParts {
  readonly log: Log;
  /** Aborts when the server stops. */
  readonly stopping: AbortSignal;
  /** Whether calls may ask for faults. */
  readonly faults: boolean;
}

/** Makes plain handlers what grpc-js takes. A method without a handler stays UNIMPLEMENTED. */
export function implementation(
  service: ServiceDefinition,
  handlers: AnyHandlers,
  parts: ServerParts,
): UntypedServiceImplementation {
  const methods: [string, MethodDefinition<unknown, unknown>][] = Object.entries(service);
  const all = parts.faults ? withFaults(service, handlers) : handlers;
  const made: UntypedServiceImplementation = {};
  for (const [name, { path, originalName = name, responseStream }] of methods) {
    const handle = all[originalName];
    if (handle === undefined) continue;
    // The generated types and the definition come from one .proto, so the shapes fit.
    made[name] = responseStream
      ? streamHandler(path.slice(1), handle as never, parts)
      : unaryHandler(path.slice(1), handle as never, parts);
  }
  return made;
}

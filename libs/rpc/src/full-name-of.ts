import type { ServiceDefinition } from '@grpc/grpc-js';

/** The full name, as health checks ask for it: the first part of the path of any method. */
export function fullNameOf(service: ServiceDefinition): string {
  return Object.values(service)[0]?.path.split('/')[1] ?? '';
}

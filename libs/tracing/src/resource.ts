import { hostname } from 'node:os';
import type { Resource } from '@opentelemetry/resources';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources';

/**
 * Who sends: the same for spans, lines and metrics, so that a store can join them. `service.instance.id` is a
 * random UUID for each process, as replicas share every other name. What the environment says comes over all.
 *
 * The SDK's detectors for process and host are not used: they add the login name, the machine's id and the command
 * line with its paths, which are nobody's business and may be a person's name.
 */
export function createResource(): Resource {
  return defaultResource()
    .merge(
      resourceFromAttributes({
        'service.namespace': 'mesh',
        'host.name': hostname(),
        'process.pid': process.pid,
        'process.runtime.name': 'nodejs',
        'process.runtime.version': process.versions.node,
      }),
    )
    .merge(detectResources({ detectors: [serviceInstanceIdDetector, envDetector] }));
}

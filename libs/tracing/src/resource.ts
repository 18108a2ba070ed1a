import type { Resource } from '@opentelemetry/resources';
import {
  defaultResource,
  detectResources,
  envDetector,
  hostDetector,
  processDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources';

/**
 * Who sends: the same for spans, lines and metrics, so that a store can join them. `service.instance.id` is a
 * random UUID for each process, as replicas share every other name. What the environment says comes over both it
 * and the namespace.
 */
export function createResource(): Resource {
  return defaultResource()
    .merge(resourceFromAttributes({ 'service.namespace': 'mesh' }))
    .merge(
      detectResources({ detectors: [serviceInstanceIdDetector, envDetector, processDetector, hostDetector] }),
    );
}

import { defaultResource, detectResources, envDetector } from '@opentelemetry/resources';

/**
 * The `service.name` that spans carry, found in the way in which the SDK finds it (`OTEL_SERVICE_NAME`, then
 * `OTEL_RESOURCE_ATTRIBUTES`, then `unknown_service:node`), so that lines have it without the preload as well.
 */
export function readServiceName(): string {
  const resource = defaultResource().merge(detectResources({ detectors: [envDetector] }));
  return String(resource.attributes['service.name']);
}

import { reachable } from '../../reachable.ts';
import type { UpConfig } from '../config.ts';

/** The way that the services' telemetry takes, by OTLP/HTTP: where the user says, else to the mesh's own receiver. */
export function otlpUrl(config: UpConfig): string {
  return config.OTEL_EXPORTER_OTLP_ENDPOINT ?? `http://${reachable(config.HOST, config.OTLP_HTTP_PORT)}`;
}

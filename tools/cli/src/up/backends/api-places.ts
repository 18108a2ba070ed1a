import { reachable } from '../../reachable.ts';
import type { UpConfig } from '../config.ts';

/** Where the receiver and the two stores answer, whichever they are. */
export function apiPlaces(config: UpConfig): (readonly [what: string, where: string])[] {
  const at = (port: number) => reachable(config.HOST, port);
  return [
    ['traces', `http://${at(config.JAEGER_PORT)}/api/v3/services (Jaeger's API)`],
    ['logs', `http://${at(config.LOKI_PORT)}/loki/api/v1/labels (Loki's API)`],
    ['OTLP', `http://${at(config.OTLP_HTTP_PORT)} (HTTP), ${at(config.OTLP_GRPC_PORT)} (gRPC)`],
  ];
}

/** Where the metrics of the real back ends are. */
export function metricsPlace(config: UpConfig): readonly [what: string, where: string] {
  const address = reachable(config.HOST, config.PROMETHEUS_PORT);
  return ['metrics', `http://${address}/api/v1/query?query=rpc_server_call_duration_seconds_count`];
}

import type { UpConfig } from './config.ts';

/** A port that the mesh will listen on. */
export interface Port {
  readonly variable: keyof UpConfig;
  readonly port: number;
  readonly host: string;
  /** What it is for. */
  readonly purpose: string;
  /** Who is likely to hold it where that cannot be seen. */
  readonly suspects: string;
}

const webServer = 'another web server or a second mesh';
const mesh = 'a second mesh or a docker compose stack';
const backEnd = 'a Jaeger, a collector or a docker compose stack';

/** Every port of the mesh. */
export function portsOf(config: UpConfig): Port[] {
  const port = (variable: keyof UpConfig, purpose: string, suspects: string, host = config.HOST): Port => {
    return { variable, port: Number(config[variable]), host, purpose, suspects };
  };
  return [
    port('GATEWAY_HTTP_PORT', "the gateway's HTTP API", webServer),
    port('GATEWAY_GRPC_PORT', "the gateway's gRPC API", mesh),
    port('ORDER_GRPC_PORT', 'the order service', mesh),
    port('INVENTORY_GRPC_PORT', 'the inventory service', mesh),
    port('POSTGRES_PORT', 'the embedded Postgres', 'another Postgres', '127.0.0.1'),
    port('OTLP_HTTP_PORT', 'traces and logs coming in by OTLP/HTTP', backEnd),
    port('OTLP_GRPC_PORT', 'traces and logs coming in by OTLP/gRPC', backEnd),
    port('JAEGER_PORT', 'reading traces', backEnd),
    port('LOKI_PORT', 'reading logs', 'a Loki, a development web server or a docker compose stack'),
  ];
}

import { address, flag, host, port, toggle } from '@mesh/config';
import { z } from 'zod';

const schema = z.object({
  HOST: host,
  GATEWAY_HTTP_PORT: port(8080),
  GATEWAY_GRPC_PORT: port(50050),
  ORDER_ADDRESS: address('127.0.0.1:50051'),
  INVENTORY_ADDRESS: address('127.0.0.1:50052'),
  /** Server reflection shows the whole API to whoever asks. */
  REFLECTION: toggle('on'),
  /** Whether requests may ask for faults (docs/faults.md): for tests and lessons. */
  MESH_FAULTS: flag,
  JAEGER_PORT: port(16686),
  LOKI_PORT: port(3100),
  /** Where a person or a program sees one trace; `{traceId}` stands for its id. */
  TRACE_URL: urlWithTraceId().optional(),
  /** The same for its log lines. */
  LOGS_URL: urlWithTraceId().optional(),
});

/** The links point at the query APIs on this host unless they are told otherwise. */
export const configSchema = schema.transform(({ TRACE_URL, LOGS_URL, ...rest }) => {
  // All addresses is something to listen on, not to go to.
  const here = rest.HOST === '0.0.0.0' ? '127.0.0.1' : rest.HOST;
  const jaeger = `http://${here}:${rest.JAEGER_PORT}`;
  const loki = `http://${here}:${rest.LOKI_PORT}`;
  const query = encodeURIComponent('{service_name=~".+"} | trace_id="TRACE_ID"').replace(
    'TRACE_ID',
    '{traceId}',
  );
  return {
    ...rest,
    TRACE_URL: TRACE_URL ?? `${jaeger}/api/v3/traces/{traceId}`,
    LOGS_URL: LOGS_URL ?? `${loki}/loki/api/v1/query_range?query=${query}`,
  };
});

/** To the last character only what may stand between the < and > of a link header: each answer carries it. */
function urlWithTraceId() {
  return z
    .string()
    .regex(/^https?:\/\/[!#-;=?-~]*\{traceId\}[!#-;=?-~]*$/, 'must be a URL that holds {traceId}');
}

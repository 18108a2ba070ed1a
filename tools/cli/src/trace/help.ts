/** What `mesh trace --help` prints. */
export const traceHelp = `mesh trace <trace id | order id | last> [--json]

Shows the whole path of one request: its spans across the services as a waterfall, and each log line
under the span that wrote it. Times are milliseconds since the first span began. Below it stand the
addresses of the trace and of its lines on the back ends in use, where the gateway can be asked.

  <trace id>   32 hex digits (or 16), as in the headers traceresponse and x-trace-id; or as an older system
               wrote it: a UUID, or 1 to 20 decimal digits
  <order id>   the trace of the request that created the order
  last         the newest order placed
  --json       one JSON document instead, whole and uncut:
               {"traceId", "orderId"?, "keptBy"?,
                "spans": [{"spanId", "parentId", "service", "name", "kind", "startUnixNano", "atMs",
                           "durationMs", "failed", "problem", "attributes",
                           "links": [{"traceId", "spanId"}]}],
                "lines": [{"timeUnixNano", "atMs", "service", "level", "message", "spanId",
                           "fields", "isUnsampled"?: true}],
                "links"?: {"trace", "logs"},
                "notes": [sentence]}
               Spans stand depth first, lines by time; parentId and spanId may be null.

What a retry delivered twice is shown once. Where not everything is kept, a line says what kept this trace: a
policy of the sampling document, or promoted:<trigger>, which is after the fact, by its end.

Reads over HTTP, by default where HOST and the mesh's port variables say:
  JAEGER_URL   spans, the API /api/v3 of Jaeger     (http://127.0.0.1:16686)
  LOKI_URL     log lines, the API of Loki           (http://127.0.0.1:3100)
  GATEWAY_URL  which trace an order belongs to      (http://127.0.0.1:8080)
Instead of Jaeger and of Loki, only where they are set:
  ZIPKIN_URL         spans, the API /api/v2 of Zipkin
  ELASTICSEARCH_URL  log lines, in the data streams logs-* as the collector writes them

Exit code: 0 shown; 1 not found, or a back end could not be asked; 2 wrong usage.
`;

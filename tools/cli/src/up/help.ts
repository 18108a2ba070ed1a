/** What `mesh up --help` prints. */
export const upHelp = `mesh up [--backends lite|native|docker] [--with zipkin,elk]

Runs the whole mesh until Ctrl-C: Postgres, the three services, and what stores their telemetry.

  --backends lite     telemetry-lite, a stand-in that keeps a bounded amount in memory (default)
  --backends native   Collector, Jaeger, Loki and Prometheus as processes, built when they are missing
                      (needs Go; the first time takes a quarter of an hour)
  --backends docker   the same and Grafana as containers of docker-compose.yml; the services stay here
  --with zipkin,elk   natively, Zipkin and Elasticsearch as well (needs Maven and a JDK of 17 or newer)

Ports and addresses are environment variables; a taken port is named with its own.
`;

/** What `mesh doctor --help` prints. */
export const doctorHelp = `mesh doctor [--wait SECONDS] [--json]
mesh doctor [--wait SECONDS] [--json] -- <command>

Says what keeps spans and lines from being made or from arriving, each in one sentence with its cure.

Without a command it looks at this machine, with the variables of this environment: the version of Node;
whether the configuration is taken; what the sampler keeps and which callers are believed; what the
services of the mesh keep, where they run; whether the collector takes each signal; whether a probe span and a probe line come to the back ends, with one trace
id; and how far the clocks of these are from this one.

With a command it starts that program, lets the preload look at it, and ends it: is the preload loaded,
before all else and once; is each copy of grpc-js traced, or bundled where it cannot be; are there two
copies of grpc-js or of the API of OpenTelemetry; does somebody else trace as well; does the server
that says how to sample answer, where there is one; and does the collector take each signal.

  mesh doctor -- node --import @mesh/tracing/register main.js

  --wait SECONDS   how long the probe may take to arrive, or the program to start (default 10)
  --json           one JSON document instead:
                   {"healthy", "checks": [{"name", "ok", "sentence"}]}

Reads spans and lines where mesh trace reads them (mesh trace --help), and sends to OTEL_EXPORTER_OTLP_ENDPOINT,
by default to the collector of npm start (HOST, OTLP_HTTP_PORT).

Exit code: 0 nothing was found; 1 something was; 2 wrong usage.
`;

/** What `mesh sampling --help` prints. */
export const samplingHelp = `mesh sampling show [--json]
mesh sampling set quiet|canary|production|FILE [--file FILE]
mesh sampling mark --operation NAME [--carrier http|grpc|tcp] [--expires 60s] [--key ID]

show tells what samples each of the services now: where it was read, the policies in short, and for each
operation its rule, its ratio with boost and ceilings, and how many roots were kept and dropped; what was
kept after the fact, by what happened, and what is parked for that; and why the newest document was
refused, if it was. Services answer callers on their own machine only.

  --json   one JSON document instead: {"services": [{"name", "address", "report" or "problem"}]}

set checks a document, writes it to the file that the services read, and waits until they have it. The
names are documents of deploy/sampling: quiet keeps everything; canary keeps all of a process whose
deployment.environment.name is canary, and one in ten of the rest; production keeps 1 %, the first of
each minute, and more where it fails.

  --file FILE   write here. Default: MESH_SAMPLING_FILE; else the file that the services say they read;
                else that of npm start

mark prints a header that makes the gateway keep one request, whatever else holds:

  curl -H "$(npx mesh sampling mark --operation 'POST /v1/orders')" ...

It counts once, for this operation and carrier, and in the process that checks it. The key is the first
of MESH_SAMPLING_MARK_KEYS (id:secret,id:secret), which the gateway must have been started with.

  --operation NAME   of the root span: 'POST /v1/orders', 'mesh.gateway.v1.GatewayService/PlaceOrder'
  --carrier NAME     what the request comes by (default http)
  --expires TIME     how long it is good: 1s to 5m (default 60s)
  --key ID           another key than the first

Reads HOST, GATEWAY_GRPC_PORT, ORDER_GRPC_PORT, INVENTORY_GRPC_PORT, MESH_HOME, MESH_SAMPLING_FILE.

Exit code: 0 done; 1 a service could not be asked, or does not have the document; 2 wrong usage, or a
document that is refused.
`;

// A health check for a container without a shell: `node probe-health.js 127.0.0.1:50051` asks the gRPC health
// service, `node probe-health.js http://127.0.0.1:8080/readyz` a URL. Exits with 0 when the answer is good,
// else with 1 and a sentence on stderr, after 2 s at most.

import { grpcHealth } from './grpc-health.ts';
import { httpHealth } from './http-health.ts';

/** A service that asks its neighbours before it answers gives them a second. */
const LIMIT_MS = 2000;

const [target = ''] = process.argv.slice(2);
const ask = target.startsWith('http://') ? httpHealth : grpcHealth;
const problem = await ask(target, AbortSignal.timeout(LIMIT_MS)).catch(({ name, code, message }) =>
  name === 'AbortError' ? `no answer within ${LIMIT_MS} ms` : (code ?? message),
);
if (problem !== undefined) {
  process.stderr.write(`${target || 'an address that was not given'} is not healthy: ${problem}\n`);
  process.exitCode = 1;
}

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { type Service, startService } from '../testing/service.ts';
import { startGrpcShim } from './testing/grpc-shim.ts';

// biome-ignore lint/style/noProcessEnv: tests have no main that could hand it in
const { W3C_TRACE_CONTEXT: suite, PATH } = process.env;
const skip = suite
  ? false
  : "NOT RUN: W3C_TRACE_CONTEXT must name a copy of W3C's trace-context repository (its test/ needs python3 and aiohttp)";

test("W3C's own suite passes through HTTP, at strict level 2 and level 2 of the specification", {
  skip,
}, async (t) => {
  await using relay = startRelay();
  await runSuite(t, `http://127.0.0.1:${await relay.port()}/test`);
});

test("W3C's own suite passes through the metadata of gRPC", { skip }, async (t) => {
  await using relay = startRelay();
  await using shim = await startGrpcShim(Number((await relay.line('listening'))['grpcPort']));
  await runSuite(t, shim.url);
});

function startRelay(): Service {
  const quiet = { OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' };
  return startService('relay', { env: { ...quiet, MESH_TRUST: 'trust' } });
}

/** All of its tests have to run: those that are skipped count as failed. */
async function runSuite(t: TestContext, endpoint: string): Promise<void> {
  const env = { PATH, STRICT_LEVEL: '2', SPEC_LEVEL: '2', HARNESS_PORT: String(await freePort()) };
  const cwd = join(suite ?? '', 'test');
  const python = spawn('python3', ['test.py', endpoint], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const [output, [code]] = await Promise.all([text(python.stderr), once(python, 'close')]);
  const [, result = output] = /^(Ran \d+ tests) in .*\n\nOK$/m.exec(output.trim()) ?? [];
  t.diagnostic(result);
  assert.match(result, /^Ran \d+ tests$/);
  assert.equal(code, 0);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

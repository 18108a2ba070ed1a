import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { recorder } from '../terminal/recorder.ts';
import { type Fake, serveFake } from '../trace/testing/back-ends.ts';
import { lokiAnswer } from '../trace/testing/loki.ts';
import { otlpTrace } from '../trace/testing/otlp.ts';
import { PROBE } from './probe-name.ts';
import { runDoctor } from './run-doctor.ts';

interface Doctored {
  readonly code: number;
  readonly checks: readonly { name: string; ok: boolean; sentence: string }[];
}

// biome-ignore lint/style/noProcessEnv: what Node compiled once need not be compiled for each probe
const { NODE_COMPILE_CACHE } = process.env;
/** No mesh that may run on this machine. */
const noMesh = { GATEWAY_GRPC_PORT: '1', ORDER_GRPC_PORT: '1', INVENTORY_GRPC_PORT: '1' };

async function doctor(env: Record<string, string>, ...words: string[]): Promise<Doctored> {
  const terminal = recorder();
  const code = await runDoctor(['--json', ...words], { NODE_COMPILE_CACHE, ...noMesh, ...env }, terminal);
  const { healthy, checks } = JSON.parse(terminal.out());
  assert.equal(healthy, code === 0);
  return { code, checks };
}

const findings = ({ checks }: Doctored) =>
  checks.filter(({ ok }) => !ok).map(({ name, sentence }) => `${name}: ${sentence}`);

/** A store of spans that has the probe, whatever its id, and has a clock of its own. */
const jaegerWithProbe =
  (headers: Record<string, string> = {}): Fake =>
  ({ pathname }) => {
    const id = /[0-9a-f]{32}$/.exec(pathname)?.[0] ?? '';
    const spans = [{ id: 1, name: PROBE, at: 0, ms: 1 }];
    return { json: { result: otlpTrace(id, 0n, { doctor: spans }) }, headers };
  };
const lokiWithProbe: Fake = ({ searchParams }) => {
  const id = /trace_id="([0-9a-f]{32})"/.exec(searchParams.get('query') ?? '')?.[1] ?? '';
  return { json: lokiAnswer(id, 0n, [{ service: 'doctor', at: 0, message: PROBE, span: 1 }]) };
};

async function startCollector(t: TestContext): Promise<string> {
  const server = createServer((request, response) => request.resume().on('end', () => response.end()));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('where a probe span and a probe line arrive, all is well', async (t) => {
  const seen = await doctor({
    OTEL_EXPORTER_OTLP_ENDPOINT: await startCollector(t),
    JAEGER_URL: await serveFake(t, jaegerWithProbe()),
    LOKI_URL: await serveFake(t, lokiWithProbe),
  });
  assert.deepEqual(findings(seen), []);
  assert.equal(seen.code, 0);
  const arrived = seen.checks.filter(({ name }) => name.startsWith('probe'));
  const ids = arrived.map(({ sentence }) => /trace ([0-9a-f]{32}) is in/.exec(sentence)?.[1]);
  assert.ok(ids[0]);
  assert.equal(ids[0], ids[1]);
});

test('a store without the probe, one with another clock, and a sampler that keeps nothing are findings', async (t) => {
  const date = new Date(Date.now() + 60_000).toUTCString();
  const env = {
    OTEL_TRACES_SAMPLER: 'always_off',
    OTEL_EXPORTER_OTLP_ENDPOINT: await startCollector(t),
    JAEGER_URL: await serveFake(t, jaegerWithProbe({ date })),
    LOKI_URL: await serveFake(t, () => ({ json: lokiAnswer('', 0n, []) })),
  };
  const seen = await doctor(env, '--wait', '0.2');
  const [sampler, line, clock, ...more] = findings(seen);
  assert.match(sampler ?? '', /^sampler: No trace .* always_off: set OTEL_TRACES_SAMPLER=/);
  assert.match(line ?? '', /^probe line: The line of trace \w{32} did not arrive in Loki .*: see the log/);
  assert.match(
    clock ?? '',
    /^clock of Jaeger: The clock of Jaeger .* is [3-6]\d s ahead of this one, .*: let NTP/,
  );
  assert.deepEqual([more, seen.code], [[], 1]);
});

test('what could not be sent is not looked for in the back ends', async (t) => {
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    JAEGER_URL: await serveFake(t, jaegerWithProbe()),
    LOKI_URL: await serveFake(t, lokiWithProbe),
  };
  assert.deepEqual(
    findings(await doctor(env)).filter((finding) => finding.startsWith('probe')),
    [
      'probe span: The probe span could not be sent: see exporter traces above.',
      'probe line: The probe line could not be sent: see exporter logs above.',
    ],
  );
});

test('a bad configuration is the finding, in the words of the preload', async () => {
  assert.deepEqual(findings(await doctor({ MESH_TRUST: 'all' })), [
    'configuration: MESH_TRUST must be one of trust, adopt, link, ignore, with exceptions by port such as "trust,8080=adopt", but it is "all".',
  ]);
});

test('a program without the preload is told how to start, and one with it is ended when it was looked at', async (t) => {
  const preload = `--import=${import.meta.resolve('@mesh/tracing/register')}`;
  const idle = ['-e', 'setInterval(() => {}, 1000)'];
  const OTEL_EXPORTER_OTLP_ENDPOINT = await startCollector(t);
  const OTEL_METRICS_EXPORTER = 'none';
  const [without, broken, missing, ended, ready] = await Promise.all([
    doctor({}, '--', process.execPath, '-e', ''),
    doctor({ OTEL_BSP_SCHEDULE_DELAY: 'x' }, '--', process.execPath, '-C', '@mesh/source', preload, ...idle),
    doctor({}, '--', 'there-is-no-such-program'),
    doctor(
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_METRICS_EXPORTER },
      '--',
      ...[process.execPath, '-C', '@mesh/source', preload, '-e', 'throw new Error("no port")'],
    ),
    doctor(
      { OTEL_SERVICE_NAME: 'cart', OTEL_EXPORTER_OTLP_ENDPOINT },
      '--',
      process.execPath,
      '-C',
      '@mesh/source',
      preload,
      ...idle,
    ),
  ]);
  assert.match(
    findings(without).join(),
    /^no-preload: The preload was not loaded by .*: start it with node --import/,
  );
  assert.match(findings(broken).join(), /^configuration: OTEL_BSP_SCHEDULE_DELAY must be a whole number/);
  assert.match(
    findings(missing).join(),
    /^program: The program could not be started .*ENOENT.*: see the command/,
  );
  const [nameless, traces, logs, crashed, ...more] = findings(ended);
  assert.deepEqual(more, []);
  assert.match(
    `${traces}\n${logs}`,
    /^exporter traces: Nothing listens at .*\nexporter logs: Nothing listens/,
  );
  assert.match(nameless ?? '', /^service: The service has no name, .*: set OTEL_SERVICE_NAME/);
  assert.match(crashed ?? '', /^program: The program ended with code 1, before .*: see what it says/);
  assert.deepEqual([findings(ready), ready.code], [[], 0]);
});

test('wrong words are told, and help is given', async () => {
  const terminal = recorder();
  assert.equal(await runDoctor(['--wait', 'long'], {}, terminal), 2);
  assert.equal(await runDoctor(['--'], {}, terminal), 2);
  assert.equal(await runDoctor(['order'], {}, terminal), 2);
  assert.equal(await runDoctor([], { JAEGER_URL: 'x' }, terminal), 2);
  assert.match(
    terminal.complaints.join('\n'),
    /--wait must be .*\n.*\n.*program to look at(.|\n)*JAEGER_URL must/,
  );
  assert.equal(await runDoctor(['--help'], {}, terminal), 0);
  assert.match(terminal.out(), /^mesh doctor \[/);
});

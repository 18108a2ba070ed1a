import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Service, startService } from '../testing/service.ts';
import { size } from '../testing/size.ts';
import { type Caller, grpcCaller, httpCaller } from './testing/call-outside.ts';
import { outsideCalls } from './testing/outside-calls.ts';

const calls = size(10_000);
const lanes = 10;
/** The bar is 0.7 to 1.3 % of 10 000; of a hundredth, what one series in ten million leaves. */
const [least, most] = calls >= 10_000 ? [0.007 * calls, 0.013 * calls] : [0, 0.11 * calls];

let edge: Service;
let callers: Record<string, Caller>;
before(async () => {
  const sampler = { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.01' };
  const keys = { MESH_SAMPLING_MARK_KEYS: 'web:a-secret-that-nobody-outside-has-got' };
  const off = { OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' };
  edge = startService('edge', { env: { ...sampler, ...keys, ...off }, limitMs: 600_000 });
  const listening = await edge.line('listening');
  callers = {
    HTTP: httpCaller(Number(listening['port'])),
    gRPC: grpcCaller(Number(listening['grpcPort'])),
  };
});
after(async () => {
  for (const caller of Object.values(callers ?? {})) caller[Symbol.dispose]();
  await edge?.[Symbol.asyncDispose]();
});

for (const carrier of ['HTTP', 'gRPC']) {
  for (const [kind, headers] of Object.entries(outsideCalls)) {
    test(`at 1 %, ${kind} over ${carrier} changes nothing of a caller's share`, async (t) => {
      const { call } = callers[carrier] as Caller;
      let sampled = 0;
      let left = calls;
      const lane = async () => {
        while (left-- > 0) if (isSampled(await call(headers()))) sampled++;
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      t.diagnostic(`${sampled} of ${calls}`);
      assert.ok(sampled >= least && sampled <= most, `${sampled} of ${calls} were sampled`);
    });
  }
}

function isSampled(traceparent: string): boolean {
  assert.match(traceparent, /^00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]$/);
  return (Number(traceparent.at(-1)) & 1) === 1;
}

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { placeOrder } from '../testing/place-order.ts';
import { takePortBlock } from '../testing/port-block.ts';
import { untilSpans } from '../testing/read-trace.ts';
import { until } from '../testing/until.ts';
import { openStack, type Stack } from './testing/open-stack.ts';
import { runSteadyLoad } from './testing/steady-load.ts';

const operation = 'POST /v1/orders';

let stack: Stack;
let samplingUrl: string;
const block = await takePortBlock();
before(async () => {
  const [port] = block.ports;
  samplingUrl = `http://127.0.0.1:${port}/sampling?service=gateway`;
  stack = await openStack({
    variables: {
      JAEGER_SAMPLING: 'adaptive',
      JAEGER_ADAPTIVE_INTERVAL: '5s',
      JAEGER_SAMPLING_PORT: `${port}`,
      OTEL_TRACES_SAMPLER: 'parentbased_jaeger_remote',
      OTEL_TRACES_SAMPLER_ARG: `endpoint=http://127.0.0.1:${port}`,
    },
  });
});
after(async () => {
  await stack?.close();
  block.release();
});

test('Jaeger counts the roots and asks for fewer, and a root says with which ratio that was', async () => {
  assert.equal(await askedFor(), undefined);
  await runSteadyLoad({ gatewayUrl: stack.gatewayUrl, perSecond: 10, count: 150 });
  // A lone Jaeger gives away what it has found at its next start only: docs/jaeger-adaptive.md.
  process.kill(await stack.pidOf('jaeger'), 'SIGTERM');
  const ratio = await until('Jaeger to be back with a ratio', askedFor);
  assert.ok(ratio < 0.5, `${ratio}`);
  const keptByIt = async () => {
    const traceId = await traceOfOrder();
    if (traceId === undefined) return false;
    const root = (await untilSpans(stack, traceId, 11)).find(({ parentSpanId }) => parentSpanId === '');
    return root?.attributes['sampler.param'] === ratio && root;
  };
  const { name, attributes } = await until('a trace that is kept by the new ratio', keptByIt, 60_000);
  assert.equal(name, operation);
  assert.match(String(attributes['sampler.type']), /^(probabilistic|lowerbound)$/);
});

/** What Jaeger asks for of the operation; `undefined`: it has nothing to say of it. */
async function askedFor(): Promise<number | undefined> {
  const { operationSampling } = (await (await fetch(samplingUrl)).json()) as Answer;
  const own = operationSampling.perOperationStrategies.find((each) => each.operation === operation);
  return own?.probabilisticSampling.samplingRate;
}

interface Answer {
  readonly operationSampling: {
    readonly perOperationStrategies: readonly {
      readonly operation: string;
      readonly probabilisticSampling: { readonly samplingRate: number };
    }[];
  };
}

/** Places an order; answers its trace id where it is kept. */
async function traceOfOrder(): Promise<string | undefined> {
  const items = [{ sku: 'SKU-0001', quantity: 1 }];
  const { headers } = await placeOrder(stack.gatewayUrl, { key: randomUUID(), items });
  const [, traceId, , flags] = (headers.get('traceresponse') ?? '').split('-');
  return Number(flags) & 1 ? traceId : undefined;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fake, serveFake } from '../trace/testing/back-ends.ts';
import { checkStrategies } from './check-strategies.ts';

const asked = async (url: string, timeoutMs?: number) =>
  checkStrategies({ sampler: `jaeger_remote ${url}: ratio 0.001`, service: 'a b' }, timeoutMs);

test('a server that says how to sample is fine, and one that does not is a finding with a cure', async (t) => {
  const answers: Fake = ({ pathname, search }) =>
    pathname + search === '/sampling?service=a%20b' ? { json: {} } : { status: 500, text: '' };
  const [good] = await asked(await serveFake(t, answers));
  assert.match(good?.sentence ?? '', /^http:\S+ says how a b is to sample\.$/);
  assert.equal(good?.ok, true);
  const silent = await serveFake(t, () => 'hang');
  for (const [url, sentence] of [
    [
      'http://127.0.0.1:1',
      /^Cannot reach the server of .* at http:\S+: .* or set OTEL_TRACES_SAMPLER_ARG\.$/,
    ],
    [await serveFake(t, () => ({ status: 503, text: 'none yet' })), /answered 503: none yet$/],
    [
      await serveFake(t, () => ({ status: 404, text: '' })),
      /has no \/sampling\?service=a%20b: set the endpoint/,
    ],
    [silent, /did not answer within 0\.2 s/],
  ] as const) {
    const [bad] = await asked(url, 200);
    assert.equal(bad?.ok, false);
    assert.match(bad?.sentence ?? '', sentence);
  }
});

test('where no server is asked there is nothing to tell', async () => {
  assert.deepEqual(await checkStrategies({ sampler: 'parentbased_always_on', service: 'a' }), []);
});

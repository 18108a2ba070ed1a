import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeLine } from '../log/make-line.ts';
import { createRandom } from '../propagation/testing/random.ts';
import { startSpans } from '../span/testing/start-spans.ts';
import { size } from '../testing/size.ts';
import { randomOrder } from './testing/random-order.ts';

const ORDERS = size(100_000);

test(`of ${ORDERS} ordinary orders nothing is redacted, neither in their lines nor in their spans`, () => {
  const random = createRandom(20_261_126);
  const { one, sent } = startSpans();
  for (let order = 0; order < ORDERS; order++) {
    const { fields, sentence } = randomOrder(random);
    const call = { level: 'info', message: sentence, error: undefined, isInfo: false, shared: [], args: [] };
    const { json } = makeLine({ ...call, fields: { ...fields, order: fields } }, [1_795_000_000, 0]);
    const { timestamp, level, 'service.name': service, ...rest } = JSON.parse(json);
    assert.deepEqual(rest, { message: sentence, ...fields, order: fields });
    const span = one({ attributes: { ...fields, sentence, list: [sentence] } });
    assert.deepEqual({ ...span.attributes }, { ...fields, sentence, list: [sentence] });
    sent.length = 0;
  }
});

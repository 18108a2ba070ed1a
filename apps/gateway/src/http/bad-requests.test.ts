import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { goodOrder, post, problemOf } from '../testing/call.ts';
import { startGateway } from '../testing/gateway.ts';

const unreachable = async (): Promise<never> => assert.fail('a bad request became a call');
const behaviour = {
  order: {
    createOrder: unreachable,
    listOrders: unreachable,
    getOrder: unreachable,
    cancelOrder: unreachable,
  },
  inventory: { listStock: unreachable },
};

const { url, lines } = await startGateway({ after }, behaviour);

const [item] = goodOrder.items;
const quantity = (text: string) => `{"customerId":"c-1","items":[{"sku":"SKU-0001","quantity":${text}}]}`;

interface Bad {
  readonly what: string;
  readonly path?: string;
  readonly init?: RequestInit;
  readonly status?: number;
  readonly fields?: readonly string[];
}

const notWhole = { fields: ['items[0].quantity'] };

const badOrders: readonly Bad[] = [
  { what: 'no JSON', init: post('customerId=c-1') },
  { what: 'an empty body', init: post(''), fields: ['body'] },
  { what: 'half of a JSON', init: post('{"customerId":') },
  { what: 'invalid UTF-8', init: post(Buffer.from('{"customerId":"\xff\xfe"}', 'latin1')) },
  { what: 'a list', init: post([]), fields: ['body'] },
  { what: 'null', init: post('null'), fields: ['body'] },
  { what: 'nothing in it', init: post({}), fields: ['customerId', 'items'] },
  {
    what: 'a customer that is a number',
    init: post({ ...goodOrder, customerId: 1 }),
    fields: ['customerId'],
  },
  { what: 'items that are an object', init: post({ ...goodOrder, items: {} }), fields: ['items'] },
  { what: 'an item that is null', init: post({ ...goodOrder, items: [null] }), fields: ['items[0]'] },
  { what: 'an item without a quantity', init: post({ ...goodOrder, items: [{ sku: 'A' }] }), ...notWhole },
  { what: 'a quantity that is text', init: post(quantity('"2"')), ...notWhole },
  { what: 'a quantity of 1.5', init: post(quantity('1.5')), ...notWhole },
  { what: 'a quantity of 1e308', init: post(quantity('1e308')), ...notWhole },
  { what: 'a quantity of 1e999', init: post(quantity('1e999')), ...notWhole },
  { what: 'a quantity of 2147483648', init: post(quantity('2147483648')), ...notWhole },
  { what: 'a quantity of -2147483649', init: post(quantity('-2147483649')), ...notWhole },
  { what: 'a field too many', init: post({ ...goodOrder, coupon: 'x' }), fields: ['coupon'] },
  {
    what: 'a field too many in an item',
    init: post({ ...goodOrder, items: [item, { ...item, price: 1 }] }),
    fields: ['items[1].price'],
  },
  {
    what: 'a __proto__',
    init: post('{"__proto__":{"customerId":"c-1"},"customerId":"c-1","items":[]}'),
    fields: ['__proto__'],
  },
  { what: 'a constructor', init: post({ ...goodOrder, constructor: {} }), fields: ['constructor'] },
  {
    what: 'a name that is half a character',
    init: post('{"\\ud800":1,"customerId":"c-1","items":[]}'),
    fields: ['\ufffd'],
  },
  {
    what: '100 000 lists in each other',
    init: post('['.repeat(100_000) + ']'.repeat(100_000)),
    fields: ['body'],
  },
  {
    what: '20 000 objects in each other',
    init: post(`{"customerId":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)},"items":[]}`),
    fields: ['customerId'],
  },
  {
    what: 'no key',
    init: { ...post(goodOrder), headers: { 'content-type': 'application/json' } },
    fields: ['Idempotency-Key'],
  },
  { what: 'an empty key', init: post(goodOrder, { 'idempotency-key': '' }), fields: ['Idempotency-Key'] },
  { what: 'a query', path: '/v1/orders?dry=1', init: post(goodOrder), fields: ['dry'] },
  { what: 'another content type', init: post(goodOrder, { 'content-type': 'text/plain' }), status: 415 },
  {
    what: 'a form',
    init: post('customerId=c-1', { 'content-type': 'application/x-www-form-urlencoded' }),
    status: 415,
  },
  {
    what: 'a type that begins like JSON',
    init: post(goodOrder, { 'content-type': 'application/jsonx' }),
    status: 415,
  },
  {
    what: '1 MB of another content type',
    init: post('x'.repeat(1_000_000), { 'content-type': 'text/plain' }),
    status: 415,
  },
  {
    what: 'no content type',
    init: { method: 'POST', body: Buffer.from('{}'), headers: { 'idempotency-key': 'k' } },
    status: 415,
  },
  {
    what: 'neither body nor content type',
    init: { method: 'POST', headers: { 'idempotency-key': 'k' } },
    status: 415,
  },
];

for (const { what, path = '/v1/orders', init, status = 400, fields } of badOrders) {
  test(`an order with ${what} is ${status}${fields ? ` and names ${fields}` : ''}`, async () => {
    lines.length = 0;
    const problem = await problemOf(url + path, init);
    assert.equal(problem.status, status);
    assert.deepEqual(
      problem.errors?.map(({ field }) => field),
      fields,
    );
    assert.ok(problem.errors?.every(({ message }) => message !== '') ?? true);
    assert.deepEqual(
      lines.filter(({ level }) => level !== 'info'),
      [],
    );
  });
}

test('of very many mistakes the first ten are told', async () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, 1]));
  assert.equal((await problemOf(`${url}/v1/orders`, post({ ...goodOrder, ...many }))).errors?.length, 10);
});

const badQueries: readonly [path: string, field: string][] = [
  ['/v1/orders?pageSize=abc', 'pageSize'],
  ['/v1/orders?pageSize=', 'pageSize'],
  ['/v1/orders?pageSize=1.5', 'pageSize'],
  ['/v1/products?pageSize=1e2', 'pageSize'],
  ['/v1/products?pageSize=0x10', 'pageSize'],
  ['/v1/products?pageSize=99999999999', 'pageSize'],
  ['/v1/products?pageSize=1&pageSize=2', 'pageSize'],
  ['/v1/products?page_size=1', 'page_size'],
  ['/v1/products?__proto__=1', '__proto__'],
  ['/v1/orders/o-1?view=all', 'view'],
];

test('a query that cannot be read is 400 and names the parameter', async () => {
  for (const [path, field] of badQueries) {
    const { status, errors } = await problemOf(url + path);
    assert.deepEqual([status, errors?.map((error) => error.field)], [400, [field]], path);
  }
});

const nowhere: readonly [path: string, status: number][] = [
  ['/', 404],
  ['/v2/orders', 404],
  ['/v1/orders/a/b', 404],
  ['/v1/orders/%zz', 400],
  ['/v1/orders/%ff', 400],
  [`/v1/orders/${'x'.repeat(2000)}`, 414],
];

test('a path that leads nowhere is 404, one that cannot be read 400, one without end 414', async () => {
  for (const [path, status] of nowhere) assert.equal((await problemOf(url + path)).status, status, path);
  assert.equal((await problemOf(`${url}/nope`, { method: 'POST' })).status, 404);
  assert.equal((await problemOf(`${url}/nope`, { method: 'OPTIONS' })).status, 404);
});

const wrongMethods: readonly [method: string, path: string, allow: string][] = [
  ['PUT', '/v1/orders', 'POST, GET, HEAD'],
  ['PATCH', '/v1/orders', 'POST, GET, HEAD'],
  ['DELETE', '/v1/orders', 'POST, GET, HEAD'],
  ['OPTIONS', '/v1/orders', 'POST, GET, HEAD'],
  ['POST', '/v1/orders/o-1', 'GET, HEAD, DELETE'],
  ['POST', '/v1/products', 'GET, HEAD'],
];

test('a method that the path does not take is 405 and told which it does', async () => {
  for (const [method, path, allow] of wrongMethods) {
    const { status, headers } = await problemOf(url + path, { method });
    assert.deepEqual([status, headers.get('allow')], [405, allow], `${method} ${path}`);
  }
  const body = 'x'.repeat(1_000_000);
  assert.equal((await problemOf(`${url}/v1/orders`, { method: 'PUT', body })).status, 405);
});

import type { Random } from '../../propagation/testing/random.ts';

/** What a shop's lines and spans say of an order: ids of all kinds, amounts, times, addresses of machines. */
export interface RandomOrder {
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly sentence: string;
}

const METHODS = ['mesh.order.v1.OrderService/CreateOrder', 'mesh.inventory.v1.InventoryService/Reserve'];

export function randomOrder(random: Random): RandomOrder {
  const hex = (length: number) => Array.from({ length }, () => random.below(16).toString(16)).join('');
  const digits = (length: number) => Array.from({ length }, () => random.below(10)).join('');
  const uuid = (digit: (length: number) => string) =>
    `${digit(8)}-${digit(4)}-4${digit(3)}-8${digit(3)}-${digit(12)}`;
  const millis = 1_500_000_000_000 + random.below(500_000_000_000);
  const totalMinor = random.below(100_000_000);
  const ids = {
    'order.id': uuid(random.below(4) === 0 ? digits : hex),
    snowflake: snowflakeOf(random, millis),
    number: `${1 + random.below(9)}${digits(16 + random.below(4))}`,
    trace: hex(32),
    traceparent: `00-${hex(32)}-${hex(16)}-01`,
    customerId: `c-${digits(1 + random.below(12))}`,
    sku: `SKU-${digits(4)}`,
    'server.address': `10.${random.below(256)}.${random.below(256)}.${random.below(256)}:${random.below(65_536)}`,
    'rpc.method': random.pick(METHODS),
    path: `/v1/orders/${uuid(hex)}`,
    version: `v${random.below(30)}.${random.below(30)}.${random.below(30)}`,
  };
  const numbers = {
    totalMinor,
    total: (totalMinor / 100).toFixed(2),
    millis: String(millis),
    micros: `${millis}${digits(3)}`,
    nanos: `${millis}${digits(6)}`,
    createTime: new Date(millis).toISOString(),
    quantity: 1 + random.below(10_000),
    duration_ms: random.below(100_000) / 100,
    replayed: random.below(2) === 0,
  };
  const sentence = `order ${ids['order.id']} (${ids.snowflake}) of ${ids.customerId}: ${numbers.quantity} x ${ids.sku}, ${numbers.total} EUR, at ${numbers.createTime}, trace=${ids.trace} ${ids.path}`;
  return { fields: { ...ids, ...numbers }, sentence };
}

/** 41 bits of milliseconds, 10 of a machine, 12 of a counter: https://github.com/twitter-archive/snowflake/tree/snowflake-2010. */
function snowflakeOf(random: Random, millis: number): string {
  const epoch = random.pick([1_288_834_974_657, 1_420_070_400_000, 0]);
  return String(
    (BigInt(millis - epoch) << 22n) | (BigInt(random.below(1024)) << 12n) | BigInt(random.below(4096)),
  );
}

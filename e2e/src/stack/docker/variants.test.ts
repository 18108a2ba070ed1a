import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Variant } from './testing/open-compose.ts';
import { type ComposeServices, isOneShot, readVariant } from './testing/read-variant.ts';

const variants = [
  [],
  ...[['direct'], ['load'], ['tail'], ['zipkin'], ['elk']],
  ...[
    ['direct', 'load'],
    ['direct', 'tail'],
    ['direct', 'zipkin'],
    ['direct', 'elk'],
  ],
] as Variant[][];
const business = ['gateway', 'order', 'inventory'];

/** What needs a word of its own: see the comments in the files. */
const writesToItsRoot = ['elasticsearch', 'elasticsearch-init', 'kibana', 'storage-init'];

for (const variant of variants) {
  const name = variant.join(' + ') || 'default';

  test(`the ${name} variant is one that compose accepts, with and without local images`, async () => {
    await readVariant(variant);
    await readVariant(variant, true);
  });

  test(`in the ${name} variant each part is bounded, closed off, and watched`, async () => {
    const services = await readVariant(variant);
    for (const [part, service] of Object.entries(services)) {
      assert.ok(Number(service.deploy?.resources?.limits?.memory) > 0, `${part} has no memory limit`);
      assert.deepEqual(service.cap_drop, ['ALL'], part);
      assert.deepEqual(service.security_opt, ['no-new-privileges:true'], part);
      assert.ok(service.logging?.options?.['max-size'], `the log of ${part} grows for ever`);
      assert.match(service.image, /:\d+\.\d+|:v\d+\.\d+/, `${part} has no pinned version`);
      assert.equal(service.read_only === true, !writesToItsRoot.includes(part), part);
      if (isOneShot(services, part)) continue;
      assert.ok((service.healthcheck?.test.length ?? 0) > 1, `${part} has no health check`);
      assert.equal(service.restart, 'unless-stopped', part);
    }
  });

  test(`in the ${name} variant what is published is on loopback, and no service waits for a telemetry back end`, async () => {
    const services = await readVariant(variant);
    for (const { ports = [] } of Object.values(services))
      for (const { host_ip } of ports) assert.equal(host_ip, '127.0.0.1');
    for (const service of business)
      for (const other of Object.keys(services[service]?.depends_on ?? {})) assert.equal(other, 'postgres');
  });
}

test('Go programs learn of their limit: GOMEMLIMIT is four fifths of it', async () => {
  for (const variant of variants) {
    for (const [part, { environment, deploy }] of Object.entries(await readVariant(variant))) {
      const told = environment?.['GOMEMLIMIT'];
      if (told === undefined) continue;
      const limit = Number(deploy?.resources?.limits?.memory) / 2 ** 20;
      assert.equal(told, `${Math.floor(limit * 0.8)}MiB`, part);
    }
  }
});

test('only the gateway and the user interfaces are published', async () => {
  const published = (services: ComposeServices) =>
    Object.keys(services).filter((part) => (services[part]?.ports ?? []).length > 0);
  assert.deepEqual(published(await readVariant([])).sort(), ['gateway', 'grafana', 'jaeger']);
  assert.deepEqual(published(await readVariant(['load'])), ['gateway']);
  assert.deepEqual(published(await readVariant(['zipkin'])).sort(), [
    'gateway',
    'grafana',
    'jaeger',
    'zipkin',
  ]);
  assert.deepEqual(published(await readVariant(['elk'])).sort(), ['gateway', 'grafana', 'jaeger', 'kibana']);
  const direct = [
    'gateway',
    'grafana',
    'inventory',
    'jaeger',
    'loki',
    'order',
    'otel-collector',
    'prometheus',
  ];
  assert.deepEqual(published(await readVariant(['direct'])).sort(), direct);
});

test('for load there is no user interface, and what is measured has fixed cores', async () => {
  const services = await readVariant(['load']);
  assert.equal(services['grafana'], undefined);
  for (const part of [...business, 'postgres'])
    assert.ok(Number(services[part]?.deploy?.resources?.limits?.cpus) > 0, part);
});

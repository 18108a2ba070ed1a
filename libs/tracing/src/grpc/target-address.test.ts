import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { channelTarget } from './channel-target.ts';
import { readTarget } from './target-address.ts';

/** What a client is made for, then the address, the port and the hosts. */
const TARGETS: [string, string, number | undefined, string[]][] = [
  ['order:50051', 'order', 50051, ['order']],
  ['order', 'order', 443, ['order']],
  ['127.0.0.1:50051', '127.0.0.1', 50051, ['127.0.0.1']],
  ['[::1]:50051', '::1', 50051, ['::1']],
  ['[::1]', '::1', 443, ['::1']],
  ['::1', '::1', 443, ['::1']],
  ['fe80::1', 'fe80::1', 443, ['fe80::1']],
  ['dns:order:50051', 'order', 50051, ['order']],
  ['dns:order', 'order', 443, ['order']],
  ['dns:///order:50051', 'order', 50051, ['order']],
  ['dns://8.8.8.8/order.example.org:50051', 'order.example.org', 50051, ['order.example.org']],
  ['ipv4:10.0.0.1', '10.0.0.1', 443, ['10.0.0.1']],
  ['ipv4:10.0.0.1:50051', '10.0.0.1', 50051, ['10.0.0.1']],
  ['ipv4:10.0.0.1:1,10.0.0.2:2', '10.0.0.1:1,10.0.0.2:2', undefined, ['10.0.0.1', '10.0.0.2']],
  ['ipv4:10.0.0.1:1,10.0.0.1:2', '10.0.0.1:1,10.0.0.1:2', undefined, ['10.0.0.1']],
  ['ipv6:[::1]:50051', '::1', 50051, ['::1']],
  ['ipv6:::1', '::1', 443, ['::1']],
  ['ipv6:[::1]:1,[::2]:2', '[::1]:1,[::2]:2', undefined, ['::1', '::2']],
  ['unix:run/order.sock', 'run/order.sock', undefined, ['']],
  ['unix:/run/order.sock', '/run/order.sock', undefined, ['']],
  ['unix:///run/order.sock', '/run/order.sock', undefined, ['']],
];

for (const [target, address, port, hosts] of TARGETS) {
  test(`a channel for ${target} calls ${address}`, () => {
    const channel = new grpc.Channel(target, grpc.credentials.createInsecure(), {});
    assert.deepEqual(readTarget(channelTarget(channel)), { address, port, hosts });
    channel.close();
  });
}

test('targets that only other resolvers know, and those of channels that grpc-js did not make, are read too', () => {
  assert.deepEqual(readTarget('xds:///order'), { address: 'order', port: undefined, hosts: ['order'] });
  assert.deepEqual(readTarget('unix-abstract:order'), { address: 'order', port: undefined, hosts: [''] });
  assert.deepEqual(readTarget('order:50051'), { address: 'order', port: 50051, hosts: ['order'] });
  assert.deepEqual(readTarget('dns:order:http'), { address: 'order:http', port: 443, hosts: ['order:http'] });
  const none = { address: undefined, port: undefined, hosts: [] };
  assert.deepEqual(readTarget(channelTarget({} as grpc.Channel)), none);
});

test('the target behind an HTTP proxy is not the proxy', (t) => {
  const { env } = process;
  env['grpc_proxy'] = 'http://127.0.0.1:3128';
  t.after(() => delete env['grpc_proxy']);
  const channel = new grpc.Channel('order:50051', grpc.credentials.createInsecure(), {});
  assert.equal(channel.getTarget(), 'dns:127.0.0.1:3128');
  assert.equal(channelTarget(channel), 'dns:order:50051');
  channel.close();
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTargets } from './create-targets.ts';

function check(entries: string[], expected: { yes: string[]; no: string[] }): void {
  const isTarget = createTargets(entries);
  for (const host of expected.yes) assert.equal(isTarget(host), true, `"${host}" is a target`);
  for (const host of expected.no) assert.equal(isTarget(host), false, `"${host}" is no target`);
  for (const host of expected.yes)
    assert.equal(isTarget(host), true, `"${host}" is a target the second time`);
}

test('loopback is this machine by any of its names, and unix sockets', () => {
  check(['loopback'], {
    yes: [
      '',
      'localhost',
      'LOCALHOST',
      'localhost.',
      '127.0.0.1',
      '127.9.8.7',
      '::1',
      '[::1]',
      '::ffff:127.0.0.1',
    ],
    no: ['inventory', '128.0.0.1', '::2', '127.1', 'localhost.example.com', '[]', '%lo', 'notlocalhost'],
  });
});

test('the mesh is names that only its own resolver knows', () => {
  check(['mesh'], {
    yes: ['inventory', 'Inventory', 'order-2', 'order.shop.svc', 'order.shop.svc.cluster.local.'],
    no: [
      '',
      '127.0.0.1',
      '::1',
      '.svc',
      'inventory.',
      'a.svc.example.com',
      'example.com',
      'svc.cluster.local.example',
    ],
  });
});

test('an address that is written as a number is no name of the mesh', () => {
  check(['mesh'], { yes: [], no: ['2130706433', '0x7f000001', '0177.0.0.1', '3232235777'] });
});

test('a name is that host alone, in any case, with or without the dot at its end', () => {
  check(['API.example.com'], {
    yes: ['api.example.com', 'API.EXAMPLE.COM', 'api.example.com.'],
    no: ['x.api.example.com', 'example.com', 'api.example.com.evil.net', 'xapi.example.com'],
  });
});

test('a suffix is all names below it, but not the name itself', () => {
  check(['*.corp.example'], {
    yes: ['a.corp.example', 'a.b.corp.example', 'a.corp.example.'],
    no: ['corp.example', '.corp.example', 'evilcorp.example', 'corp.example.evil.net'],
  });
});

test('a range is the addresses in it, IPv6 and IPv4 in IPv6 too', () => {
  check(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32'], {
    yes: ['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.7', '2001:db8::5', '2001:db8::5%eth0'],
    no: ['11.1.2.3', '192.0.2.8', '2001:db9::5', 'localhost', '10.1.2', '10.1.2.3.example.com'],
  });
});

test('a name is looked at as a whole, be there a percent sign or half a pair of brackets in it', () => {
  check(['loopback', 'mesh', '10.0.0.0/8'], {
    yes: ['[::1%lo]', '::1%lo'],
    no: [
      'mesh%.evil.example',
      'localhost%.evil.example',
      '10.1.2.3%.evil.example',
      'mesh%',
      '[mesh',
      'mesh]',
    ],
  });
});

test('nothing is a target of an empty list', () => {
  check([], { yes: [], no: ['', 'localhost', '127.0.0.1', 'inventory', 'example.com'] });
});

test('a name that is longer than any host is no target', () => {
  check(['*.example.com', 'mesh'], { yes: [], no: ['a'.repeat(1e6), `${'a.'.repeat(5e5)}example.com`] });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import { address, databaseUrl, flag, host, port, positiveInteger, toggle } from './variables.ts';

interface Kind {
  readonly schema: z.ZodType;
  /** What it is where nothing is set; nothing where it must be. */
  readonly absent?: unknown;
  readonly good: Readonly<Record<string, unknown>>;
  readonly bad: readonly string[];
  readonly sentence: RegExp;
}

const kinds: Record<string, Kind> = {
  port: {
    schema: port(50051),
    absent: 50051,
    good: { '0': 0, '8080': 8080, '65535': 65535 },
    bad: ['-1', '65536', '80.5', 'http', '80x', 'NaN', ' ', '0x50', '1e3'],
    sentence: /^must be a port, 0 to 65535$/,
  },
  'positive integer': {
    schema: positiveInteger(10),
    absent: 10,
    good: { '1': 1, '9007199254740991': Number.MAX_SAFE_INTEGER },
    bad: ['0', '-1', '1.5', 'ten', 'Infinity', '9007199254740992', ' ', '0x10', '1e3'],
    sentence: /^must be a whole number of 1 or more$/,
  },
  flag: {
    schema: flag,
    absent: false,
    good: { '1': true, '0': false },
    bad: ['on', 'true', '2', ' 1'],
    sentence: /^must be 1 or 0$/,
  },
  toggle: {
    schema: toggle('on'),
    absent: true,
    good: { on: true, off: false },
    bad: ['yes', 'ON', 'true', '1', ' on'],
    sentence: /^must be on or off$/,
  },
  'database URL': {
    schema: databaseUrl,
    good: {
      'postgres://u:p@h:5432/d': 'postgres://u:p@h:5432/d',
      'postgresql://h/d?sslmode=require': 'postgresql://h/d?sslmode=require',
    },
    bad: ['mysql://h/d', 'h:5432', ' postgres://h/d'],
    sentence: /^must begin with postgres:\/\/$/,
  },
};

for (const [name, { schema, absent, good, bad, sentence }] of Object.entries(kinds)) {
  test(`a ${name} that is good is taken`, () => {
    for (const [value, expected] of Object.entries(good)) assert.deepEqual(schema.parse(value), expected);
  });

  test(`a ${name} that is bad is refused with one sentence`, () => {
    for (const value of bad) {
      const messages = schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
      assert.equal(messages.length, 1, `${value}: ${messages}`);
      assert.match(messages[0] ?? '', sentence);
    }
  });

  if (absent === undefined) {
    test(`a ${name} has no default: what is missing is said`, () => {
      assert.match(schema.safeParse(undefined).error?.issues[0]?.message ?? '', /^must be set/);
    });
  } else {
    test(`a ${name} that is not set has its default`, () => {
      assert.deepEqual(schema.parse(undefined), absent);
    });
  }
}

test('a toggle may be off by default', () => {
  assert.equal(toggle('off').parse(undefined), false);
});

test('an address and a host are taken as they are, and have defaults', () => {
  assert.equal(host.parse(undefined), '127.0.0.1');
  assert.equal(host.parse('0.0.0.0'), '0.0.0.0');
  assert.equal(address('127.0.0.1:50051').parse(undefined), '127.0.0.1:50051');
  assert.equal(address('127.0.0.1:50051').parse('dns:///order'), 'dns:///order');
});

test('a host that cannot stand in a URL with a port is refused by a sentence', () => {
  for (const value of ['::1', 'a b', 'http://x', '127.0.0.1:80']) {
    const message = host.safeParse(value).error?.issues[0]?.message;
    assert.equal(message, 'must be an IPv4 address or the name of this host', value);
  }
});

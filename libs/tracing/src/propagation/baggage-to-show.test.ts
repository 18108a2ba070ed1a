import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagLogLevel, diag, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import { headersOf, receive } from './testing/what-goes-on.ts';

const SECRETS = [
  'mail=canary%40example.com',
  'card=4111111111111111',
  'access_token=canary',
  'a=1;owner=canary@example.com',
];

test('a secret in the baggage goes no further, the rest does, and it is told once without its value', () => {
  const told: string[] = [];
  const quiet = () => {};
  const warn = (message: string) => told.push(message);
  diag.setLogger({ error: quiet, warn, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.WARN);
  for (const secret of SECRETS) {
    const context = receive({ baggage: `tenant=t-1,${secret},order=18014398509481985` });
    assert.deepEqual(headersOf(context), { baggage: 'tenant=t-1,order=18014398509481985' });
    assert.deepEqual(headersOf(context), { baggage: 'tenant=t-1,order=18014398509481985' });
  }
  assert.deepEqual(told, ['Baggage that looks like a secret is not sent on, now and later: mail.']);
});

test('where all of it is secret there is no header, whatever lets the key in', () => {
  assert.deepEqual(headersOf(receive({ baggage: 'token=canary' })), {});
  const adopts = { trust: { mode: 'adopt', ports: new Map() }, baggageKeys: ['token', 'tenant'] } as const;
  const context = receive({ baggage: 'token=canary,tenant=t-1,other=1' }, adopts);
  assert.deepEqual(headersOf(context, adopts), { baggage: 'tenant=t-1' });
});

test('what a header cannot hold is left out, and harms no call', () => {
  const value = 't-1';
  const entries = {
    tenant: { value },
    half: { value: '\ud800' },
    '\ud800': { value },
    none: { value: undefined },
    size: { value: 5 },
  };
  const baggage = propagation.createBaggage(entries as never);
  assert.deepEqual(headersOf(propagation.setBaggage(ROOT_CONTEXT, baggage)), {
    baggage: 'tenant=t-1,size=5',
  });
});

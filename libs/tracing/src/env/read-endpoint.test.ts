import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEndpoint } from './read-endpoint.ts';

for (const [what, env, expected] of [
  ['the default', {}, 'http://localhost:4318/v1/traces'],
  [
    'a common address with a path',
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector/otlp/' },
    'http://collector/otlp/v1/traces',
  ],
  [
    'an address of its own, which is whole',
    { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector/spans' },
    'http://collector/spans',
  ],
  [
    'one with a password, which is left out',
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://mesh:secret@collector' },
    'https://collector/v1/traces',
  ],
] as const) {
  test(`traces go to ${what}`, () => assert.equal(readEndpoint(env, 'traces'), expected));
}

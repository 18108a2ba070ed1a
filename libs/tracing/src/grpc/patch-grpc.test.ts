import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { DiagLogLevel, diag } from '@opentelemetry/api';
import { callShop } from './testing/call-shop.ts';
import { serveShop } from './testing/serve-shop.ts';
import { CLIENT, SERVER, traceGrpc } from './testing/traced-grpc.ts';

/** All that could be patched, as it is now. */
function shape({ Server, Client }: typeof grpc) {
  return [Server.prototype, Client.prototype].map((prototype) =>
    Reflect.ownKeys(prototype).map((key) => [key, Object.getOwnPropertyDescriptor(prototype, key)]),
  );
}

test('undoing the patches leaves every copy as it was, and what is made then has no spans', async () => {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@grpc/grpc-js');
  for (const name of Object.keys(require.cache)) if (name.includes('grpc-js')) delete require.cache[name];
  const copy: typeof grpc = require(file);
  assert.notEqual(copy.Server, grpc.Server);
  const before = [shape(grpc), shape(copy)];

  using traced = traceGrpc();
  traced.patches.apply(copy, '1.14.7');
  assert.notDeepEqual(shape(copy), before[1]);
  traced.patches.undo();
  assert.deepEqual([shape(grpc), shape(copy)], before);
  await using shop = await serveShop();
  assert.equal(await callShop(shop.client, 'Unary'), 'OK');
  assert.deepEqual(traced.spans(), []);

  // Enabled again, the base class knows of the last copy alone.
  traced.patches.apply(copy, '1.14.7');
  assert.notDeepEqual(shape(grpc), before[0]);
});

test('servers and clients that were made before work on without spans when tracing is disabled', async () => {
  const traced = traceGrpc();
  const asked: object[] = [];
  const callInvocationTransformer: grpc.CallInvocationTransformer = (properties) => {
    asked.push(properties.callOptions);
    return properties;
  };
  await using shop = await serveShop({ client: { callInvocationTransformer } });
  await callShop(shop.client, 'Unary');
  await traced.wait(2);
  traced[Symbol.dispose]();
  assert.equal(await callShop(shop.client, 'Unary'), 'OK');
  assert.equal(asked.length, 2);
  assert.deepEqual([traced.spans(CLIENT).length, traced.spans(SERVER).length], [1, 1]);
});

test('another version is left alone on both sides, and a sentence says so', () => {
  const before = shape(grpc);
  const said: string[] = [];
  const quiet = () => {};
  const logger = {
    error: (sentence: string) => void said.push(sentence),
    warn: quiet,
    info: quiet,
    debug: quiet,
    verbose: quiet,
  };
  diag.setLogger(logger, DiagLogLevel.ERROR);
  using traced = traceGrpc('1.15.0');
  class Server extends grpc.Server {}
  Object.assign(Server.prototype, { _streamHandler: undefined });
  traced.patches.apply({ ...grpc, Server }, '1.14.7');
  class Client {}
  traced.patches.apply({ ...grpc, Server: class extends grpc.Server {}, Client } as never, '1.14.7');
  diag.disable();
  assert.deepEqual(
    said.map((sentence) => sentence.split(':')[0]),
    [
      '@grpc/grpc-js 1.15.0 is not traced',
      '@grpc/grpc-js 1.14.7 is not traced',
      '@grpc/grpc-js 1.14.7 is not traced',
    ],
  );
  assert.deepEqual(shape(grpc), before);
});

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { Boundary } from '../propagation/boundary.ts';
import { GrpcInstrumentation } from './grpc-instrumentation.ts';
import type { Grpc, GrpcServer } from './grpc-module.ts';

const require = createRequire(import.meta.url);

/** Loads grpc-js as a module that was not there before. */
function load(): Grpc {
  for (const name of Object.keys(require.cache)) if (name.includes('grpc-js')) delete require.cache[name];
  return require('@grpc/grpc-js');
}

function handlerOf({ Server }: Grpc): GrpcServer['_streamHandler'] {
  return (Server.prototype as unknown as GrpcServer)._streamHandler;
}

test('modules that are loaded while it is enabled are patched, as long as it is, and nothing before', () => {
  const instrumentation = new GrpcInstrumentation({} as Boundary);
  const before = handlerOf(load());
  assert.match(String(before), /_retrieveHandler/);

  instrumentation.enable();
  const copies = [load(), load()];
  const patched = copies.map(handlerOf);
  for (const handler of patched) assert.doesNotMatch(String(handler), /_retrieveHandler/);

  instrumentation.disable();
  for (const handler of copies.map(handlerOf)) assert.match(String(handler), /_retrieveHandler/);

  instrumentation.enable();
  for (const handler of copies.map(handlerOf)) assert.doesNotMatch(String(handler), /_retrieveHandler/);
  instrumentation.disable();
});

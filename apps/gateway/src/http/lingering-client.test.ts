import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { startGateway } from '../testing/gateway.ts';

const { port } = await startGateway({ after });

test('a client that was refused by the parser and does not hang up is cut off, its answer delivered', {
  timeout: 5000,
}, async (t) => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).setEncoding('utf8');
  t.after(() => socket.destroy());
  const closed = new Promise((resolve) => socket.on('error', () => {}).on('close', resolve));
  // Who writes to a connection that was cut off learns of it.
  const writing = setInterval(() => socket.write('more garbage\r\n'), 50);
  t.after(() => clearInterval(writing));
  const [answer] = await once(socket, 'data');
  assert.match(answer, /^HTTP\/1\.1 400 /);
  await closed;
});

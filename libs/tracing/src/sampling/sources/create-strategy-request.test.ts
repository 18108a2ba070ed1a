import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, test } from 'node:test';
import { createStrategyRequest } from './create-strategy-request.ts';
import { startStrategyServer } from './testing/strategy-server.ts';

async function ask(answer: (response: ServerResponse) => void): Promise<string | undefined> {
  await using server = await startStrategyServer(answer);
  return await createStrategyRequest(server.url)();
}

describe('an address is asked', { concurrency: true }, () => {
  test('and what it answers is taken, also where a character comes in two parts', async () => {
    const bytes = Buffer.from('{"ä":1}');
    const text = await ask((response) => {
      response.write(bytes.subarray(0, 3));
      setImmediate(() => response.end(bytes.subarray(3)));
    });
    assert.equal(text, '{"ä":1}');
  });

  for (const [what, answer, reason] of [
    ['never answers', () => {}, 'it did not answer within 1 s'],
    ['begins and never ends', (response) => response.write('{'), 'it did not answer within 1 s'],
    [
      'asks for another protocol',
      (response) => response.socket?.end('HTTP/1.1 101 A\r\nconnection: upgrade\r\nupgrade: b\r\n\r\n'),
      'it answered 101',
    ],
    ['redirects', (response) => response.writeHead(302, { location: '/' }).end(), 'it answered 302'],
    [
      'answers without an end',
      (response) => response.end('['.repeat(2 ** 21)),
      'its answer is longer than 1 MiB',
    ],
    ['breaks off', (response) => response.write('{', () => response.destroy()), 'aborted'],
    ['breaks off at once', (response) => response.destroy(), 'ECONNRESET'],
  ] as const satisfies [string, (response: ServerResponse) => void, string][]) {
    test(`and one that ${what} gives the reason`, () => assert.rejects(ask(answer), { message: reason }));
  }

  test('and one whose name nobody knows gives the reason', () =>
    assert.rejects(
      createStrategyRequest('http://nobody.invalid/sampling')(),
      /^Error: (ENOTFOUND|EAI_AGAIN)$/,
    ));
});

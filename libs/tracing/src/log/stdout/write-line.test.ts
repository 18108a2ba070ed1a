import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Kind, startWriter } from './testing/start-writer.ts';

interface Said {
  readonly level: string;
  readonly message: string;
  readonly line: number;
  readonly dropped: number;
}

const KINDS: readonly Kind[] = ['pipe', 'socket'];

function parse(output: string): Said[] {
  const whole = output.slice(0, output.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function readSlowly(stdout: Readable): Promise<string> {
  let output = '';
  for await (const chunk of stdout) {
    output += chunk;
    await sleep(2);
  }
  return output;
}

for (const kind of KINDS) {
  test(`${kind}: a program that ends by process.exit after 10 000 lines loses none of them to a slow reader`, async () => {
    await using writer = startWriter(kind, 'floods-stdout', { args: [10_000, 'exit'] });
    const lines = parse(await readSlowly(writer.stdout));
    assert.equal(await writer.exit, 3);
    assert.deepEqual(
      lines.map(({ line }) => line),
      Array.from({ length: 10_000 }, (_, line) => line),
    );
  });

  test(`${kind}: while nobody reads, the program goes on; the reader gets the errors, and is told what it did not get`, async () => {
    await using writer = startWriter(kind, 'floods-stdout', { args: [30_000, 'wait'] });
    const { longestMs } = await writer.message<{ longestMs: number }>();
    const output = text(writer.stdout);
    writer.send('end');
    const [code, lines] = [await writer.exit, parse(await output)];
    const [said, told] = [
      lines.filter(({ line }) => line !== undefined),
      lines.filter(({ dropped }) => dropped),
    ];
    assert.equal(code, 0);
    assert.ok(longestMs < 500, `${longestMs} ms`);
    assert.equal(said.length + told.reduce((sum, { dropped }) => sum + dropped, 0), 30_000);
    assert.equal(said.filter(({ level }) => level === 'error').length, 300);
    assert.match(told[0]?.message ?? '', /^lines were dropped: stdout was not read$/);
    assert.deepEqual(
      said,
      said.toSorted((a, b) => a.line - b.line),
    );
    assert.equal(await writer.stderr, '');
  });

  test(`${kind}: a reader that has stopped holds the end for half a second, and stderr says what is lost`, async () => {
    await using writer = startWriter(kind, 'floods-stdout', { args: [10_000, 'wait'] });
    await writer.message();
    const start = performance.now();
    writer.send('end');
    assert.equal(await writer.exit, 0);
    const took = performance.now() - start;
    assert.ok(took > 400 && took < 2500, `${took} ms`);
    const [told] = parse(await writer.stderr);
    assert.equal(told?.message, 'lines were dropped: stdout was not read');
    assert.ok(told.dropped > 9000 && told.dropped < 10_000);
  });

  test(`${kind}: what the program writes itself stands between the lines, never in one`, async () => {
    await using writer = startWriter(kind, 'floods-stdout', { args: [6000, 'wait', 'others'] });
    await writer.message();
    const output = text(writer.stdout);
    writer.send('end');
    const lines = (await output).split('\n').filter(Boolean);
    const own = lines.filter((line) => line.startsWith('{'));
    assert.equal(parse(`${own.join('\n')}\n`).length, 6000);
    for (const line of lines) if (!line.startsWith('{')) assert.match(line, /^\d+ x{200}$/);
  });
}

test('where the program ends in the middle of what it writes itself, the lines are whole all the same', async () => {
  await using writer = startWriter('pipe', 'floods-stdout', { args: [2000, 'exit', 'others'] });
  const lines = (await readSlowly(writer.stdout)).split('\n');
  const own = lines.filter((line) => line.includes('"message":"line"'));
  assert.deepEqual(
    own.map((line) => JSON.parse(line).line),
    Array.from({ length: 2000 }, (_, line) => line),
  );
});

test('a reader that is gone ends neither the program nor its exit code, and stderr says what is lost', async () => {
  await using writer = startWriter('pipe', 'floods-stdout', { args: [1000, 'exit'] });
  writer.stdout.destroy();
  assert.equal(await writer.exit, 3);
  const [told] = parse(await writer.stderr);
  assert.deepEqual([told?.message, told?.dropped], ['lines were dropped: stdout failed with EPIPE', 1000]);
});

test('a file gets all lines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-stdout-'));
  const file = join(folder, 'lines');
  const fixture = fileURLToPath(new URL('../../testing/fixtures/floods-stdout.ts', import.meta.url));
  execFileSync('sh', ['-c', `"$0" "$1" 1000 wait > "$2"`, process.execPath, fixture, file], {
    env: { OTEL_SDK_DISABLED: 'true' },
  });
  assert.equal(parse(readFileSync(file, 'utf8')).length, 1000);
  rmSync(folder, { recursive: true });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { size } from '../testing/size.ts';
import { encodeFrame } from './encode-frame.ts';
import type { Frame, Pairs } from './frame.ts';
import { createFrameDecoder } from './frame-decoder.ts';
import { FrameError } from './frame-error.ts';
import { DEFAULT_FRAME_LIMITS as limits } from './frame-limits.ts';

const FRAMES = size(1_000_000);
const MAX_GROWTH_BYTES = 16 * 1024 * 1024;
/** Of the processor, on the average; some 0.05 here. */
const MAX_MS_A_FRAME = 1;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Numbers that look random and are the same in each run: xorshift, Marsaglia 2003. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const random = createRandom(0x5eed);
const digits = (length: number) => Array.from({ length }, () => random(16).toString(16)).join('');

/** A frame whose ids are known: it carries its trace id twice. */
function someFrame(): Buffer {
  const traceId = digits(32);
  const pairs: Pairs = {
    operation: 'echo',
    traceparent: `00-${traceId}-${digits(16)}-0${random(4)}`,
    'trace-id': traceId,
    ...(random(2) && { baggage: `a=${'x'.repeat(random(200))}` }),
  };
  return encodeFrame('request', pairs, Buffer.alloc(random(300), random(256)), limits);
}

const mutations: readonly ((frame: Buffer) => Buffer)[] = [
  (frame) => frame,
  (frame) => frame.subarray(0, random(frame.length)),
  (frame) => Buffer.concat([frame, Buffer.from(digits(random(20)))]),
  (frame) => frame.fill(random(256), 0, 1 + random(12)),
  (frame) => frame.fill(random(256), random(frame.length), frame.length),
  (frame) => {
    frame[random(frame.length)] = random(256);
    return frame;
  },
  (frame) => {
    frame.writeUInt32BE(random(2 ** 31), 6 + random(3));
    return frame;
  },
  () => Buffer.from(Array.from({ length: random(100) }, () => random(256))),
];

/** What a stream gives, cut anywhere, until it is refused. */
function decodeInChunks(stream: Buffer): { frames: Frame[]; error: unknown } {
  const decoder = createFrameDecoder(limits);
  const frames: Frame[] = [];
  try {
    for (let at = 0; at < stream.length; ) {
      const end = at + 1 + random(random(4) === 0 ? 3 : 400);
      decoder.decode(stream.subarray(at, end), (frame) => frames.push(frame));
      at = end;
    }
    return { frames, error: undefined };
  } catch (error) {
    return { frames, error };
  }
}

test('no frame breaks the decoder, gives an id that was not sent, or costs much', {
  timeout: 1_800_000,
}, () => {
  const cpu = process.cpuUsage();
  let whole = 0;
  let before = 0;
  for (let done = 0; done < FRAMES; done += 2) {
    const good = someFrame();
    const [expected] = decodeInChunks(good).frames;
    const mutated = mutations[random(mutations.length)]?.(someFrame()) ?? good;
    const { frames, error } = decodeInChunks(Buffer.concat([good, mutated]));
    // What follows a good frame does not change it.
    assert.deepEqual(frames[0], expected);
    assert.ok(error === undefined || error instanceof FrameError, String(error));
    assert.ok(frames.length <= 2);
    whole += frames.length;
    if (done === 2000) before = heapBytes();
  }
  assert.ok(whole > FRAMES / 2, 'unchanged frames are among them');
  const growth = heapBytes() - before;
  assert.ok(growth < MAX_GROWTH_BYTES, `the heap grew by ${growth} bytes`);
  const took = process.cpuUsage(cpu).user / 1000 / FRAMES;
  assert.ok(took < MAX_MS_A_FRAME, `a frame took ${took} ms`);
});

function heapBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

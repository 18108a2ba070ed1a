import { checkLengths } from './encode-frame.ts';
import { type Frame, type FrameKind, KINDS, MAGIC, type Pairs, PRELUDE_BYTES, VERSION } from './frame.ts';
import { FrameError } from './frame-error.ts';
import type { FrameLimits } from './frame-limits.ts';
import { decodePairs } from './pairs.ts';

/** Turns what arrives, cut anywhere, into frames. It keeps one frame at most, and each byte is copied once. */
export interface FrameDecoder {
  /**
   * Hands over each frame that `chunk` completes, also those before a bad one.
   * @throws FrameError, from then on at each call; and what `take` throws
   */
  decode(chunk: Uint8Array, take: (frame: Frame) => void): void;
  /** Whether a frame has begun and is not complete. */
  readonly isInside: boolean;
}

interface Prelude {
  readonly kind: FrameKind;
  readonly headerBytes: number;
  readonly bodyBytes: number;
}

/** What a section of the frame is read into, and what is done when it is full: the next section, or the frame. */
interface Section {
  readonly bytes: Buffer;
  readonly done: () => Section | Frame;
}

export function createFrameDecoder(limits: FrameLimits): FrameDecoder {
  const prelude: Section = {
    bytes: Buffer.alloc(PRELUDE_BYTES),
    done: () => headerOf(readPrelude(prelude.bytes, limits), limits),
  };
  let section = prelude;
  let filled = 0;
  let broken: unknown;
  const decode = (chunk: Uint8Array, take: (frame: Frame) => void): void => {
    for (let at = 0; ; ) {
      const part = chunk.subarray(at, at + section.bytes.length - filled);
      section.bytes.set(part, filled);
      at += part.length;
      filled += part.length;
      if (filled < section.bytes.length) return;
      const next = section.done();
      section = 'kind' in next ? prelude : next;
      filled = 0;
      if ('kind' in next) take(next);
    }
  };
  return {
    decode(chunk, take) {
      if (broken) throw broken;
      try {
        decode(chunk, take);
      } catch (error) {
        broken = error;
        throw error;
      }
    },
    get isInside() {
      return section !== prelude || filled > 0;
    },
  };
}

function readPrelude(bytes: Buffer, limits: FrameLimits): Prelude {
  if (bytes.readUInt32BE(0) !== MAGIC) throw new FrameError('not this protocol: a frame begins with MTCP');
  const version = bytes.readUInt8(4);
  if (version !== VERSION) throw new FrameError(`version ${version} of the protocol; this is ${VERSION}`);
  const kind = KINDS[bytes.readUInt8(5)];
  if (kind === undefined) throw new FrameError(`a frame of kind ${bytes.readUInt8(5)}`);
  const [headerBytes, bodyBytes] = [bytes.readUInt16BE(6), bytes.readUInt32BE(8)];
  checkLengths(headerBytes, bodyBytes, limits);
  return { kind, headerBytes, bodyBytes };
}

function headerOf(prelude: Prelude, { maxPairs }: FrameLimits): Section {
  const bytes = Buffer.allocUnsafe(prelude.headerBytes);
  return { bytes, done: () => bodyOf(prelude, decodePairs(bytes, maxPairs)) };
}

function bodyOf({ kind, bodyBytes }: Prelude, pairs: Pairs): Section {
  const body = Buffer.allocUnsafe(bodyBytes);
  return { bytes: body, done: () => ({ kind, pairs, body }) };
}

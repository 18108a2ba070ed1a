import { writeSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { isMainThread } from 'node:worker_threads';
import { openOwnDescriptor } from './own-descriptor.ts';

/** What came of a write: the bytes that were taken, 0 where the reader has to read first, or an error's code. */
export type Written = number | string;

export interface WayOut {
  /** Never waits for the reader. */
  write(data: string | Buffer): Written;
  /** Whether text that the program wrote itself waits in Node's stream, and may be begun. */
  isBusy(): boolean;
  /** Keeps back what the program writes itself, until a line of ours is whole. */
  hold(): void;
  release(): void;
}

/** @param stream Node's own for `fd`, opened here already: a socket is non-blocking only then */
export function findWayOut(fd: number, stream: Writable): WayOut {
  if (!isMainThread) return throughMainThread(stream);
  const own = openOwnDescriptor(fd);
  return {
    write: (data) => tryWrite(own, data),
    isBusy: () => stream.writableLength > 0 && !stream.destroyed,
    hold: () => stream.cork(),
    release: () => stream.uncork(),
  };
}

function tryWrite(fd: number, data: string | Buffer): Written {
  try {
    return typeof data === 'string' ? writeSync(fd, data) : writeSync(fd, data);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EAGAIN' ? 0 : String(code);
  }
}

/** The threads of a process have one stdout: on their own they would write into each other's lines. */
function throughMainThread(stream: Writable): WayOut {
  return {
    write(data) {
      stream.write(data);
      return Buffer.byteLength(data);
    },
    isBusy: () => false,
    hold() {},
    release() {},
  };
}

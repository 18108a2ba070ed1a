import { NAME, type Pairs, VALUE } from './frame.ts';
import { FrameError } from './frame-error.ts';

/** @throws FrameError for a name or a value that the wire does not have */
export function encodePairs(pairs: Pairs): Buffer {
  return Buffer.concat(Object.entries(pairs).map(([name, value]) => encodePair(name, value)));
}

function encodePair(name: string, value: string): Buffer {
  check(name, value);
  if (value.length > 0xffff) throw new FrameError(`the value of ${name} is longer than 65535`);
  const pair = Buffer.allocUnsafe(3 + name.length + value.length);
  pair.writeUInt8(name.length, 0);
  pair.write(name, 1, 'latin1');
  pair.writeUInt16BE(value.length, 1 + name.length);
  pair.write(value, 3 + name.length, 'latin1');
  return pair;
}

/** @throws FrameError */
export function decodePairs(header: Buffer, maxPairs: number): Pairs {
  // Without a prototype: `constructor` is a name like any other.
  const pairs: Record<string, string> = Object.create(null);
  let count = 0;
  for (let at = 0; at < header.length; ) {
    const name = textAt(header, at + 1, header.readUInt8(at));
    at += 1 + name.length;
    if (at + 2 > header.length) throw new FrameError('a pair is cut off');
    const value = textAt(header, at + 2, header.readUInt16BE(at));
    at += 2 + value.length;
    check(name, value);
    if (name in pairs) throw new FrameError(`${name} comes twice`);
    pairs[name] = value;
    count++;
    if (count > maxPairs) throw new FrameError(`more than ${maxPairs} pairs`);
  }
  return pairs;
}

function textAt(header: Buffer, start: number, length: number): string {
  if (start + length > header.length) throw new FrameError('a pair is cut off');
  return header.toString('latin1', start, start + length);
}

function check(name: string, value: string): void {
  if (!NAME.test(name)) throw new FrameError('a name is empty or has characters other than a-z, 0-9 and -');
  if (!VALUE.test(value)) throw new FrameError(`the value of ${name} has characters beyond printable ASCII`);
}

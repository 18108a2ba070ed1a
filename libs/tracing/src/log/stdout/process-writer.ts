import { ownLine } from '../own-line.ts';
import type { Drops } from './drop-count.ts';
import { LineWriter } from './line-writer.ts';
import { findWayOut } from './way-out.ts';

type Name = 'stdout' | 'stderr';

const SHARED = Symbol.for('@mesh/tracing/writers');
const shared = globalThis as { [SHARED]?: Partial<Record<Name, LineWriter>> };

/**
 * One writer a descriptor for the whole process: a bundle has a copy of this module beside the preload's, and each on its own
 * would write into the other's lines. Made with the first line, as opening Node's streams takes 2 ms.
 */
export function processWriter(name: Name): LineWriter {
  shared[SHARED] ??= {};
  shared[SHARED][name] ??= createWriter(name);
  return shared[SHARED][name];
}

function createWriter(name: Name): LineWriter {
  const writer = new LineWriter({
    way: findWayOut(name === 'stdout' ? 1 : 2, process[name]),
    tell: (drops) => createTell(name, drops),
    onLost(drops) {
      if (name === 'stdout') sayAtTheEnd(createTell(name, drops));
    },
  });
  process.once('exit', () => writer.finish());
  return writer;
}

function sayAtTheEnd(line: string): void {
  const stderr = processWriter('stderr');
  stderr.write(line, true);
  stderr.finish();
}

function createTell(name: Name, { code, ...drops }: Drops): string {
  const why = code === undefined ? 'was not read' : `failed with ${code}`;
  return ownLine('warn', `lines were dropped: ${name} ${why}`, drops);
}

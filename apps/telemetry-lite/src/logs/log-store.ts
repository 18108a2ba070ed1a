import { hash } from 'node:crypto';
import type { LogLine } from './log-line.ts';

export interface LogStore {
  add(lines: readonly LogLine[]): void;
  /** In the order of arrival. */
  all(): Iterable<LogLine>;
  stats(): LogStats;
}

export interface LogStats {
  lines: number;
  bytes: number;
  limitBytes: number;
  evictedLines: number;
  repeatedLines: number;
}

/** What a line costs beside its text: objects, arrays, its key in the map; so much that the heap grows by less than is counted. */
const lineOverheadBytes = 500;
const labelOverheadBytes = 80;

/**
 * Log lines in memory, at most `limitBytes` of them (UTF-8 text plus overhead); above it the lines that came first go.
 * Like Loki it keeps one of exact duplicates: same stream, time, line and structured metadata.
 */
export function createLogStore(limitBytes: number, onEvicted: (lines: number) => void): LogStore {
  /** By what makes a line a duplicate, in the order of arrival. */
  const lines = new Map<string, LogLine>();
  const stats = { bytes: 0, limitBytes, evictedLines: 0, repeatedLines: 0 };

  function add(line: LogLine): void {
    const key = identity(line);
    if (lines.has(key)) {
      stats.repeatedLines += 1;
      return;
    }
    lines.set(key, line);
    stats.bytes += cost(line);
  }

  function evictOldest(): void {
    let evicted = 0;
    for (const [key, line] of lines) {
      if (stats.bytes <= limitBytes) break;
      lines.delete(key);
      stats.bytes -= cost(line);
      evicted += 1;
    }
    stats.evictedLines += evicted;
    if (evicted > 0) onEvicted(evicted);
  }

  return {
    add: (added) => {
      added.forEach(add);
      evictOldest();
    },
    all: () => lines.values(),
    stats: () => ({ lines: lines.size, ...stats }),
  };
}

/** A hash, so that the key does not hold the line's text a second time. */
function identity({ time, line, stream, metadata }: LogLine): string {
  return hash('sha256', JSON.stringify([`${time}`, line, stream, metadata]), 'base64');
}

function cost({ line, stream, metadata }: LogLine): number {
  const labels = [...stream, ...metadata];
  const text = labels.reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(value), 0);
  return lineOverheadBytes + Buffer.byteLength(line) + labels.length * labelOverheadBytes + text;
}

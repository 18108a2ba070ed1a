import type { Batch } from './batch.ts';

/** First in, first out, bounded; what is important is kept longest. */
export interface BatchQueue {
  readonly items: number;
  readonly bytes: number;
  /** @returns what had to go for it: the oldest that are not important, then the oldest; itself where it is too large */
  push(batch: Batch): Batch[];
  shift(): Batch | undefined;
  clear(): Batch[];
}

export function createBatchQueue(maxBytes: number, maxItems: number): BatchQueue {
  const queue: Batch[] = [];
  let items = 0;
  let bytes = 0;

  function remove(index: number): Batch | undefined {
    const [batch] = queue.splice(index, 1);
    items -= batch?.items ?? 0;
    bytes -= batch?.payload.byteLength ?? 0;
    return batch;
  }

  function leastWorth(): number {
    const ordinary = queue.findIndex(({ isImportant }) => !isImportant);
    return ordinary === -1 ? 0 : ordinary;
  }

  return {
    get items() {
      return items;
    },
    get bytes() {
      return bytes;
    },
    push(batch) {
      if (batch.payload.byteLength > maxBytes || batch.items > maxItems) return [batch];
      queue.push(batch);
      items += batch.items;
      bytes += batch.payload.byteLength;
      const dropped: Batch[] = [];
      while (bytes > maxBytes || items > maxItems) dropped.push(remove(leastWorth()) as Batch);
      return dropped;
    },
    shift: () => remove(0),
    clear() {
      items = 0;
      bytes = 0;
      return queue.splice(0);
    },
  };
}

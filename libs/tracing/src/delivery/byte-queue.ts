/** First in, first out, bounded by the bytes in it. */
export interface ByteQueue {
  /** How many are in it. */
  size(): number;
  /** @returns what had to go for it: the oldest, or the new one itself if it is larger than the queue */
  push(payload: Uint8Array): Uint8Array[];
  shift(): Uint8Array | undefined;
  clear(): Uint8Array[];
}

export function createByteQueue(maxBytes: number): ByteQueue {
  const queue: Uint8Array[] = [];
  let bytes = 0;

  function shift(): Uint8Array | undefined {
    const oldest = queue.shift();
    bytes -= oldest?.byteLength ?? 0;
    return oldest;
  }

  function shiftDownTo(limit: number): Uint8Array[] {
    const dropped: Uint8Array[] = [];
    while (bytes > limit) dropped.push(shift() as Uint8Array);
    return dropped;
  }

  return {
    size: () => queue.length,
    push(payload) {
      queue.push(payload);
      bytes += payload.byteLength;
      return shiftDownTo(maxBytes);
    },
    shift,
    clear: () => shiftDownTo(0),
  };
}

import { LENGTH } from '../../otlp/proto-writer.ts';
import { writeFrame } from './write-frame.ts';

const PEER_BYTES = 24;

/** @returns the whole body of the answer */
export function writePeers(peers: readonly string[]): Uint8Array {
  return writeFrame(peers.length * PEER_BYTES, (message) => {
    for (const peer of peers) {
      message.tag(1, LENGTH);
      message.text(peer);
    }
  });
}

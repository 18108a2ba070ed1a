import { isIP } from 'node:net';
import { readFields } from '../../otlp/read-fields.ts';
import { currentBoundary } from '../../propagation/current-boundary.ts';
import { frameContent } from './frame-content.ts';

/** As many as a process remembers. */
const MAX_PEERS = 100;

/** `127.0.0.1:50052`, `[::1]:50052` */
const ADDRESS = /^(?:\[([\da-f:.]{2,45})\]|([\d.]{7,15})):\d{1,5}$/i;

/** @param body of an answer @returns the addresses in it that belong to the mesh: nobody is to have us call others */
export function readPeers(body: Buffer): readonly string[] {
  const message = frameContent(body);
  const peers: string[] = [];
  if (message)
    readFields(message, (field, value) => {
      if (field === 1 && Buffer.isBuffer(value) && peers.length < MAX_PEERS)
        peers.push(value.toString('latin1'));
    });
  return peers.filter(isInMesh);
}

function isInMesh(address: string): boolean {
  const [, six, four] = ADDRESS.exec(address) ?? [];
  const host = six ?? four ?? '';
  return isIP(host) > 0 && currentBoundary()?.isTarget(host) === true;
}

import type { Socket } from 'node:net';
import { failureFrame } from './failure-frame.ts';
import { farewell } from './farewell.ts';

/** Says what is wrong and ends the connection. Destroyed at once, it would take the reason with it. */
export function refuse(socket: Socket, detail: string): void {
  farewell(socket, failureFrame('bad_frame', detail));
}

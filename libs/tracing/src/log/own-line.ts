import { now } from '../clock.ts';
import { makeLine } from './make-line.ts';
import { readCall } from './read-call.ts';

/** A line that this library itself has to say, of the shape of the service's own. It belongs to no request. */
export function ownLine(level: string, message: string, fields: object): string {
  return makeLine(readCall(level, [message, fields]), now()).json;
}

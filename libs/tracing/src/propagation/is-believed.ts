import { type Context, trace } from '@opentelemetry/api';
import { getOrigin } from './origin.ts';

/** Whether a request does what its caller decided. @param received the context that it starts with */
export function isBelieved(received: Context): boolean {
  const origin = getOrigin(received);
  return origin ? !origin.decides : trace.getSpan(received) !== undefined;
}

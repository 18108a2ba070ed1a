import { type Context, trace } from '@opentelemetry/api';
import { REQUEST_KEY } from '../request-record.ts';
import { ORIGIN_KEY } from './origin.ts';

/** The same context for what belongs to no request: a root of its own within one. */
export function leaveRequest(context: Context): Context {
  return trace.deleteSpan(context).deleteValue(ORIGIN_KEY).deleteValue(REQUEST_KEY);
}

import { type Context, context } from '@opentelemetry/api';

/** Runs a listener's function in a context; entering one costs more than seeing that it is active already. */
export function inContext<Value>(
  wanted: Context,
  listener: object,
  run: (value: Value) => void,
  value: Value,
): void {
  if (context.active() === wanted) run.call(listener, value);
  else context.with(wanted, run, listener, value);
}

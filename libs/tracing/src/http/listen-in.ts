import type { EventEmitter } from 'node:events';
import { type Context, context } from '@opentelemetry/api';

/**
 * Runs all listeners of `emitter` in `ctx`. The events of a connection that is kept open, or that is cut off, come
 * from its socket, in whatever context that was opened.
 *
 * @param see learns of each event before the listeners do, without being one: Node does other things where a
 * `timeout` or an `error` is listened to
 */
export function listenIn(
  emitter: EventEmitter,
  ctx: Context,
  see: (event: unknown) => void = () => {},
): void {
  const { emit } = emitter;
  emitter.emit = (...args: Parameters<typeof emit>) => {
    see(args[0]);
    return context.active() === ctx
      ? Reflect.apply(emit, emitter, args)
      : context.with(ctx, emit, emitter, ...args);
  };
}

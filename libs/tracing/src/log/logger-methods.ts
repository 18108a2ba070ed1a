import type { Logger } from 'winston';
import { holdCall } from './held/hold-call.ts';
import type { Outlet } from './outlet.ts';
import { readProperty } from './property.ts';
import { readCall, readInfo, readLogCall } from './read-call.ts';
import { readWritten } from './read-written.ts';

/** The fields of the loggers that a logger is a child of, the outermost first. */
const SHARED = Symbol('fields of a child logger');

type Fields = readonly object[];
type Self = Logger & { readonly [SHARED]?: Fields };

/**
 * Puts our own methods in the place of winston's. They take the same arguments and understand the same by them, and
 * make the line inside the call, in one pass. A winston format would see it later: the streams between may buffer, and then
 * another span is active and the caller's objects may have changed.
 */
export function replaceMethods(logger: Logger, outlet: Outlet): Logger {
  const levelMethods = Object.keys(logger.levels).map((level) => [level, levelMethod(logger, outlet, level)]);
  return Object.assign(logger, Object.fromEntries(levelMethods), {
    log: logMethod(logger, outlet),
    write: writeMethod(outlet),
    child(this: Self, fields: object = {}): Logger {
      return Object.create(this, { [SHARED]: { value: [...(this[SHARED] ?? []), fields] } });
    },
  });
}

/** `this` is missing where somebody took the method off its logger. */
function levelMethod(logger: Self, outlet: Outlet, level: string) {
  return function (this: Self | undefined, ...args: unknown[]): Logger {
    const self = this ?? logger;
    if (outlet.isEnabled(level)) outlet.put(readCall(level, args, sharedOf(self)));
    else {
      const span = outlet.wantedIn(level);
      if (span) holdCall(readCall(level, args, sharedOf(self)), span);
    }
    return self;
  };
}

function logMethod(logger: Self, outlet: Outlet) {
  return function (this: Self | undefined, ...args: unknown[]): Logger {
    const self = this ?? logger;
    const [first, ...rest] = args;
    const isInfo = typeof first === 'object' && first !== null;
    const given = isInfo ? readProperty(first, 'level') : first;
    const level = typeof given === 'string' ? given : typeof given;
    const isEnabled = outlet.isEnabled(level);
    const span = isEnabled ? undefined : outlet.wantedIn(level);
    if (!isEnabled && !span) return self;
    const shared = sharedOf(self);
    const call =
      isInfo && rest.length === 0 ? readInfo(level, first, shared) : readLogCall(level, rest, shared);
    if (span) holdCall(call, span);
    else outlet.put(call);
    return self;
  };
}

/** What winston's timers write, and a stream that is piped into the logger. */
function writeMethod(outlet: Outlet) {
  return function (this: Self, info: object): boolean {
    const call = readWritten(info, sharedOf(this));
    if (outlet.isEnabled(call.level)) return outlet.put(call);
    const span = outlet.wantedIn(call.level);
    if (span) holdCall(call, span);
    return true;
  };
}

const NONE: Fields = [];

function sharedOf(self: Self): Fields {
  const shared = self[SHARED] ?? NONE;
  return self.defaultMeta ? [self.defaultMeta, ...shared] : shared;
}

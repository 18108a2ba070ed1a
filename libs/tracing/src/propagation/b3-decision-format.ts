import { flagsOfB3State } from './b3-state.ts';
import type { Headers } from './boundary.ts';
import type { CallerTrace } from './caller-trace.ts';
import { headerOf } from './header-of.ts';
import type { WireFormat } from './wire-format.ts';

/** B3 of a caller that has no trace and still says whether it wants one, such as `b3: 0`. */
export const b3DecisionFormat: Pick<WireFormat, 'fields' | 'read'> = { fields: [], read };

function read(headers: Headers): CallerTrace | undefined {
  const isDebug = headerOf(headers, 'x-b3-flags') === '1';
  const state = headerOf(headers, 'b3') ?? (isDebug ? 'd' : headerOf(headers, 'x-b3-sampled'));
  const flags = flagsOfB3State(state);
  return flags === undefined ? undefined : { flags };
}

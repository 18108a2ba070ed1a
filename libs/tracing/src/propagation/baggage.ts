import { type Baggage, type Context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import { W3CBaggagePropagator } from '@opentelemetry/core';
import { baggageToShow } from './baggage-to-show.ts';
import type { Headers, TrustMode } from './boundary.ts';
import { headerOf } from './header-of.ts';
import { trimBlanks } from './trim-blanks.ts';

export const BAGGAGE_HEADER = 'baggage';

/** W3C's limit: https://www.w3.org/TR/baggage/#limits. The other one, 8192 bytes, holds for every header here. */
const MAX_MEMBERS = 64;
const PRINTABLE = /^[ -~]*$/;
const propagator = new W3CBaggagePropagator();
const getter = { get: (text: string) => text, keys: () => [BAGGAGE_HEADER] };

/** What may pass: all of a trusted caller's, what `allowed` names of one whose ids are adopted, else nothing. */
export function receiveBaggage(
  context: Context,
  headers: Headers,
  mode: TrustMode,
  allowed: ReadonlySet<string>,
): Context {
  const passes = mode === 'trust' ? () => true : (key: string) => allowed.has(key);
  if (mode !== 'trust' && (mode !== 'adopt' || allowed.size === 0)) return context;
  const baggage = parse(headerOf(headers, BAGGAGE_HEADER) ?? '');
  const entries = baggage?.getAllEntries().filter(([key]) => passes(key)) ?? [];
  if (entries.length === 0) return context;
  const kept = propagation.createBaggage(Object.fromEntries(entries.slice(0, MAX_MEMBERS)));
  return propagation.setBaggage(context, kept);
}

/** No secret goes out, and nothing that metadata of gRPC or a frame cannot hold: the whole call would fail. */
export function sendBaggage(context: Context, set: (name: string, value: string) => void): void {
  const baggage = propagation.getBaggage(context);
  if (!baggage) return;
  const shown = baggageToShow(baggage);
  propagator.inject(shown === baggage ? context : propagation.setBaggage(context, shown), set, {
    set: (_carrier, name, value) => {
      if (PRINTABLE.test(value)) set(name, value);
    },
  });
}

function parse(text: string): Baggage | undefined {
  // Tabs are blanks here, which not every carrier can hold.
  const clean = trimBlanks(text.replaceAll('\t', ' '));
  if (clean === '' || !PRINTABLE.test(clean)) return undefined;
  return propagation.getBaggage(propagator.extract(ROOT_CONTEXT, clean, getter));
}

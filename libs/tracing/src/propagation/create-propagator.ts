import type { TextMapGetter, TextMapPropagator } from '@opentelemetry/api';
import { BAGGAGE_HEADER } from './baggage.ts';
import type { Headers } from './boundary.ts';
import { createReceiver } from './create-receiver.ts';
import { createSender } from './create-sender.ts';
import type { PropagationConfig } from './propagation-config.ts';
import { TRUST_KEY_HEADER } from './trust-proof.ts';
import { formatsToRead, formatsToWrite } from './wire-formats.ts';

/**
 * The same for instrumentations that know the standard API alone. They do not say which server a request came to nor
 * where a call goes to: the process's mode holds for all servers, and context goes to all targets.
 */
export function createPropagator(config: PropagationConfig): TextMapPropagator {
  const receive = createReceiver(config);
  const send = createSender(config);
  const baggage = (config.formats?.includes('baggage') ?? true) ? [BAGGAGE_HEADER] : [];
  const readFields = [...formatsToRead(config).flatMap(({ fields }) => fields), ...baggage, TRUST_KEY_HEADER];
  const writtenFields = [...formatsToWrite(config).flatMap(({ fields }) => fields), ...baggage];
  return {
    extract: (context, carrier, getter) =>
      receive(context, headersOf(carrier, getter, readFields), config.trust.mode),
    inject: (context, carrier, setter) =>
      send(context, true, (name, value) => setter.set(carrier, name, value)),
    fields: () => writtenFields,
  };
}

function headersOf<Carrier>(carrier: Carrier, getter: TextMapGetter<Carrier>, names: string[]): Headers {
  return Object.fromEntries(names.map((name) => [name, getter.get(carrier, name)]));
}

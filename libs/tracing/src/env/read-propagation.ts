import type { Format, PropagationConfig } from '../propagation/propagation-config.ts';
import { fieldsOf } from './env-rule.ts';
import type { Env } from './env-rules.ts';
import { readTrust } from './read-trust.ts';

/** What comes in from and goes out to other programs; the defaults let nobody outside decide or see anything. */
export function readPropagation(env: Env): PropagationConfig {
  const formats = env['OTEL_PROPAGATORS'];
  return {
    formats: formats ? (fieldsOf(formats).filter((name) => name !== 'none') as Format[]) : undefined,
    trust: readTrust(env['MESH_TRUST'] || ''),
    trustKeys: fieldsOf(env['MESH_TRUST_KEYS'] || ''),
    readsMarks: Boolean(env['MESH_SAMPLING_MARK_KEYS']),
    baggageKeys: fieldsOf(env['MESH_BAGGAGE_KEYS'] || ''),
    targets: fieldsOf(env['MESH_PROPAGATE_TO'] || 'loopback,mesh'),
    elsewhere: env['MESH_PROPAGATE_ELSEWHERE'] === 'traceparent' ? 'traceparent' : 'none',
  };
}
